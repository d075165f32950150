//! Charters of every kind, for the property tests of whoever reads or writes them.

use proptest::{
    collection::{btree_map, vec},
    option,
    prelude::*,
    sample::select,
};

use crate::{
    Color, Layout,
    charter::{
        Charter, Colors, Drawing, Face, Fonts, Gradient, Logo, LogoVariant, Mood, PictureShape, Role, Shapes, Sizes,
        Stop, Swatch, Treatment, TypeRole,
    },
    editorial::Editorial,
};

/// Any colour.
pub fn color() -> impl Strategy<Value = Color> {
    any::<[u8; 3]>().prop_map(|[red, green, blue]| Color { red, green, blue })
}

/// A name as people give them, and now and then one that nobody would: empty, of signs, in any script.
pub fn name() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9 ’-]{0,18}", 1 => "\\PC{0,12}", 1 => Just("Bleu nuit".to_owned())]
}

/// A charter whose graphic half says all that one can say, and whose other half says nothing.
pub fn charter() -> impl Strategy<Value = Charter> {
    let signs = (name().prop_filter("a brand has a name", |name| !name.trim().is_empty()), name());
    let parts = (colors(), vec(gradient(), 0..3), fonts(), shapes(), treatment(), moods());
    (signs, parts, option::of(logo()), option::of(drawing())).prop_map(|((name, template), parts, logo, motif)| {
        let (colors, gradients, fonts, shapes, photographs, moods) = parts;
        Charter {
            planche: Charter::VERSION.to_owned(),
            name,
            tagline: String::new(),
            language: "fr".to_owned(),
            template,
            colors,
            gradients,
            fonts,
            shapes,
            photographs,
            moods,
            logo,
            motif,
            editorial: Editorial::default(),
            rules: Default::default(),
        }
    })
}

fn colors() -> impl Strategy<Value = Colors> {
    let six = (swatch(), swatch(), swatch(), swatch(), swatch(), swatch());
    (six, vec(swatch(), 0..6)).prop_map(|((ground, ink, accent, vivid, soft, cool), more)| Colors {
        ground,
        ink,
        accent,
        vivid,
        soft,
        cool,
        more,
    })
}

/// Few values, so that two swatches of a charter are often the same.
fn swatch() -> impl Strategy<Value = Swatch> {
    let value = prop_oneof![5 => color(), 1 => Just(Color { red: 255, green: 255, blue: 255 })];
    (name(), value).prop_map(|(name, value)| Swatch { name, value })
}

fn role() -> impl Strategy<Value = Role> {
    select(Role::ALL.to_vec())
}

prop_compose! {
    fn gradient()(name in name(), angle in -360.0_f32..360.0, stops in vec(stop(), 2..5)) -> Gradient {
        Gradient { name, angle, stops }
    }
}

fn stop() -> impl Strategy<Value = Stop> {
    (role(), share()).prop_map(|(color, at)| Stop { color, at })
}

/// From 0 to 1, both often.
fn share() -> impl Strategy<Value = f32> {
    prop_oneof![Just(0.0), Just(1.0), 0.0_f32..=1.0]
}

fn fonts() -> impl Strategy<Value = Fonts> {
    let sizes = btree_map(select(TypeRole::ALL.to_vec()), sizes(), 0..4);
    (face(), face(), sizes).prop_map(|(title, text, sizes)| Fonts { title, text, sizes })
}

fn sizes() -> impl Strategy<Value = Sizes> {
    (8.0_f32..=600.0, 8.0_f32..=600.0).prop_map(|(one, other)| Sizes { least: one.min(other), most: one.max(other) })
}

prop_compose! {
    fn face()(
        family in name().prop_filter("a face has a family", |name| !name.trim().is_empty()),
        file in vec(file(), 0..3),
        licence in prop_oneof![Just(String::new()), name()],
        weight in 1.0_f32..=1000.0,
        strong in prop_oneof![Just(700.0_f32), 1.0_f32..=1000.0],
        width in prop_oneof![Just(100.0_f32), 25.0_f32..=200.0],
        tracking in prop_oneof![Just(0.0_f32), -0.5_f32..=2.0],
        leading in 0.7_f32..=2.5,
        scale in prop_oneof![Just(1.0_f32), 0.4_f32..=2.0],
    ) -> Face {
        Face { family, file, licence, weight, strong, width, tracking, leading, scale }
    }
}

/// The name of a file beside the charter.
fn file() -> impl Strategy<Value = String> {
    "(drawings/)?[a-zé{} ]{1,12}\\.(svg|ttf)"
}

fn shapes() -> impl Strategy<Value = Shapes> {
    let picture = select(vec![PictureShape::Arch, PictureShape::Disc]);
    (picture, 0.0_f32..=40.0, 0.0_f32..=100.0).prop_map(|(picture, rule, button)| Shapes { picture, rule, button })
}

fn treatment() -> impl Strategy<Value = Treatment> {
    let levels = (0.0_f32..=0.2, 0.0_f32..=3.0, 0.0_f32..=3.0, 0.0_f32..=3.0);
    let treated = (levels, option::of([role(), role()]), 0.0_f32..=0.5).prop_map(
        |((blur, brightness, contrast, saturation), duotone, grain)| Treatment {
            blur,
            brightness,
            contrast,
            saturation,
            duotone,
            grain,
        },
    );
    prop_oneof![Just(Treatment::default()), treated]
}

fn moods() -> impl Strategy<Value = std::collections::BTreeMap<Layout, Vec<Mood>>> {
    let mood = select(vec![Mood::Ground, Mood::Ink, Mood::Vivid, Mood::Soft, Mood::Cool]);
    btree_map(select(Layout::ALL.to_vec()), vec(mood, 0..4), 0..5)
}

fn logo() -> impl Strategy<Value = Logo> {
    let variant = (name(), file(), any::<bool>(), vec(role(), 0..3)).prop_map(|(name, file, ink, on)| LogoVariant {
        name,
        file,
        ink,
        on,
    });
    let room = (prop_oneof![Just(0.0_f32), 0.0_f32..=4.0], prop_oneof![Just(0.0_f32), 0.0_f32..=1080.0]);
    (drawing(), room, vec(role(), 0..3), vec(variant, 0..3)).prop_map(
        |(drawing, (space, least), never_on, variants)| Logo {
            file: drawing.file,
            ink: drawing.ink,
            space,
            least,
            never_on,
            variants,
        },
    )
}

fn drawing() -> impl Strategy<Value = Drawing> {
    (file(), any::<bool>()).prop_map(|(file, ink)| Drawing { file, ink })
}
