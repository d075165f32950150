use planche_model::template::{self, Fade, GradientKind};
use planche_scene::{Color, Shadow, Vec2};

use super::{Builder, ToScene, color_of};

/// What lies behind a box's children.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Panel {
    pub ground: Option<Ground>,
    /// Of its corners, in u.
    pub radius: f32,
    /// Thickness in u, and colour.
    pub border: Option<(f32, Color)>,
    pub shadow: Option<Shadow>,
}

/// What a panel is filled with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Ground {
    Color(Color),
    /// A colour that vanishes towards an edge.
    Fade(Color, Fade),
    /// Colours at equal distances; the angle in degrees, 0 up, clockwise.
    Gradient {
        kind: GradientKind,
        angle: f32,
        colors: Vec<Color>,
    },
}

impl Panel {
    /// The same in a page that is read from the right.
    pub fn mirrored(&self) -> Self {
        let shadow =
            self.shadow.map(|shadow| Shadow { offset: Vec2::new(-shadow.offset.x, shadow.offset.y), ..shadow });
        Self { ground: self.ground.as_ref().map(Ground::mirrored), shadow, ..self.clone() }
    }
}

impl Ground {
    fn mirrored(&self) -> Self {
        match self {
            Self::Fade(color, Fade::Left) => Self::Fade(*color, Fade::Right),
            Self::Fade(color, Fade::Right) => Self::Fade(*color, Fade::Left),
            Self::Gradient { kind: GradientKind::Sweep, angle, colors } => Self::Gradient {
                kind: GradientKind::Sweep,
                angle: -angle,
                colors: colors.iter().rev().copied().collect(),
            },
            Self::Gradient { kind, angle, colors } => {
                Self::Gradient { kind: *kind, angle: -angle, colors: colors.clone() }
            }
            other => other.clone(),
        }
    }
}

impl Builder<'_> {
    /// What lies behind the children of a stack; nothing when it shows nothing.
    pub(super) fn panel(&self, stack: &template::Stack) -> Option<Panel> {
        let border =
            stack.border.map(|border| (border.width.unwrap_or(self.charter.shapes.rule), self.tone(border.tone)));
        let ground = self.ground(stack);
        let shadow = stack.shadow.map(|shadow| self.shadow(shadow));
        let shown = ground.is_some() || border.is_some();
        shown.then_some(Panel { ground, radius: stack.radius, border, shadow })
    }

    fn ground(&self, stack: &template::Stack) -> Option<Ground> {
        if let Some(template::Gradient { kind, angle, tones }) = &stack.gradient {
            let colors = tones.iter().map(|tone| self.tone(*tone)).collect();
            return Some(Ground::Gradient { kind: *kind, angle: *angle, colors });
        }
        let mood = stack.mood.map(|_| self.palette.ground.paint());
        let color = stack.fill.map(|tone| self.tone(tone)).or(mood)?;
        Some(stack.fade.map_or(Ground::Color(color), |fade| Ground::Fade(color, fade)))
    }

    /// A template's shadow: its tone's share is its alpha, for it lies on whatever there is.
    pub(super) fn shadow(&self, shadow: template::Shadow) -> Shadow {
        let template::Shadow { x, y, blur, tone } = shadow;
        let color = color_of(tone.role, self.palette).paint().with_alpha(tone.share);
        Shadow { offset: Vec2::new(x.into(), y.into()), deviation: f64::from(blur) / 2.0, color }
    }
}
