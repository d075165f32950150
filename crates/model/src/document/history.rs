use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::{Document, Patch};
use crate::PageId;

/// How many steps can be undone; older ones are forgotten.
const LONGEST: usize = 500;

/// How long typing may pause and still be one step, in milliseconds.
const PAUSE_MS: i64 = 1000;

/// What was done to a document, step by step, and how much of it is undone.
///
/// Steps are numbered from 0 on, for ever: the number of a step does not change when older ones are forgotten. So the
/// library keeps a row a step, and after each call writes what [`History::change`] names, and the cursor.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct History {
    steps: VecDeque<Step>,
    oldest: u64,
    cursor: u64,
    #[serde(skip)]
    state: State,
    #[serde(skip)]
    change: HistoryChange,
}

/// One thing to undo.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What it changed.
    pub patch: Patch,
    /// What it was a moment of.
    pub gesture: Option<Gesture>,
    /// When it last grew, in milliseconds since any fixed moment.
    pub at_ms: i64,
}

/// What a person was in the middle of: moments of the same gesture are one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "on", content = "page", rename_all = "lowercase")]
pub enum Gesture {
    /// Typing the document's name.
    Rename,
    /// Typing a heading.
    Title(PageId),
    /// Typing under a heading.
    Body(PageId),
    /// Typing what a picture shows.
    Alt(PageId),
    /// Dragging the point of a picture that must stay in view.
    Focus(PageId),
}

/// What the last call changed in a history: what there is to write down, besides the cursor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HistoryChange {
    /// Nothing, not even the cursor.
    #[default]
    Nothing,
    /// `step` is new and the last one; steps under `oldest` are forgotten.
    Appended {
        /// The number of the new step; whatever had this number or a greater one is gone.
        step: u64,
        /// The number of the oldest step left.
        oldest: u64,
    },
    /// `step`, the last one, is another; whatever had a greater number is gone.
    Replaced {
        /// The number of the step.
        step: u64,
    },
    /// The steps from `end` on are gone.
    Truncated {
        /// The number the next step will have.
        end: u64,
    },
    /// Only the cursor moved.
    Moved,
}

/// What the next record does to the last step.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum State {
    /// Joins it when both are moments of one gesture.
    #[default]
    Open,
    /// Leaves it alone: a person has undone, or ended a gesture.
    Sealed,
    /// A gesture has begun and changed nothing yet.
    Begun,
    /// A gesture is under way and the last step is its own: joins it.
    Moving,
}

impl History {
    /// The history of these steps, the first numbered `oldest`, those from `cursor` on undone.
    ///
    /// The cursor is brought between the ends.
    pub fn from_rows(oldest: u64, cursor: u64, steps: impl IntoIterator<Item = Step>) -> Self {
        let mut history = Self { steps: steps.into_iter().collect(), oldest, ..Self::default() };
        history.cursor = cursor.clamp(oldest, history.end());
        history
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        self.cursor > self.oldest
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        self.cursor < self.end()
    }

    /// The number of the step that redo would do: those before it are done.
    pub fn cursor(&self) -> u64 {
        self.cursor
    }

    /// The number of the oldest step left.
    pub fn oldest(&self) -> u64 {
        self.oldest
    }

    /// The step of that number.
    pub fn step(&self, number: u64) -> Option<&Step> {
        let place = usize::try_from(number.checked_sub(self.oldest)?).ok()?;
        self.steps.get(place)
    }

    /// What the last call changed.
    pub fn change(&self) -> HistoryChange {
        self.change
    }

    /// Takes down what an edit changed, at a time in milliseconds since any fixed moment. What was undone is gone.
    ///
    /// It joins the last step when a gesture is under way, or when it is a moment of the same gesture within a second;
    /// a step that in the end changes nothing is forgotten.
    pub fn record(&mut self, patch: Patch, gesture: Option<Gesture>, at_ms: i64) -> HistoryChange {
        self.change = if patch.is_empty() { HistoryChange::Nothing } else { self.take_down(patch, gesture, at_ms) };
        self.change
    }

    fn take_down(&mut self, patch: Patch, gesture: Option<Gesture>, at_ms: i64) -> HistoryChange {
        let joins = self.joins(gesture, at_ms);
        self.forget_undone();
        self.state = match self.state {
            State::Begun | State::Moving => State::Moving,
            State::Open | State::Sealed => State::Open,
        };
        let step = Step { patch, gesture, at_ms };
        if joins && let Some(last) = self.steps.pop_back() {
            return self.replace(last, step);
        }
        self.append(step)
    }

    fn joins(&self, gesture: Option<Gesture>, at_ms: i64) -> bool {
        let pause = |last: &Step| (0..=PAUSE_MS).contains(&at_ms.saturating_sub(last.at_ms));
        let same = |last: &Step| gesture.is_some() && last.gesture == gesture && pause(last);
        match self.state {
            State::Open => !self.can_redo() && self.steps.back().is_some_and(same),
            State::Moving => !self.can_redo(),
            State::Sealed | State::Begun => false,
        }
    }

    fn replace(&mut self, last: Step, next: Step) -> HistoryChange {
        let patch = last.patch.then(next.patch);
        if patch.is_empty() {
            self.cursor = self.end();
            self.state = if self.state == State::Moving { State::Begun } else { State::Sealed };
            return HistoryChange::Truncated { end: self.cursor };
        }
        self.steps.push_back(Step { patch, ..next });
        self.cursor = self.end();
        HistoryChange::Replaced { step: self.cursor - 1 }
    }

    fn append(&mut self, step: Step) -> HistoryChange {
        self.steps.push_back(step);
        if self.steps.len() > LONGEST {
            self.steps.pop_front();
            self.oldest += 1;
        }
        self.cursor = self.end();
        HistoryChange::Appended { step: self.cursor - 1, oldest: self.oldest }
    }

    /// Undoes the last step; says what that changed, or nothing when there is none.
    pub fn undo(&mut self, document: &mut Document) -> Option<Patch> {
        self.end_gesture();
        let patch = self.step(self.cursor.checked_sub(1)?)?.patch.inverted();
        self.cursor -= 1;
        self.moved(document, &patch);
        Some(patch)
    }

    /// Does the last undone step again; says what that changed, or nothing when there is none.
    pub fn redo(&mut self, document: &mut Document) -> Option<Patch> {
        self.end_gesture();
        let patch = self.step(self.cursor)?.patch.clone();
        self.cursor += 1;
        self.moved(document, &patch);
        Some(patch)
    }

    fn moved(&mut self, document: &mut Document, patch: &Patch) {
        document.apply_patch(patch);
        self.state = State::Sealed;
        self.change = HistoryChange::Moved;
    }

    /// From here on everything recorded is one step, until the gesture ends.
    pub fn begin_gesture(&mut self) {
        self.state = State::Begun;
        self.change = HistoryChange::Nothing;
    }

    /// Ends the gesture, if one is under way: the next record is another step.
    pub fn end_gesture(&mut self) {
        if matches!(self.state, State::Begun | State::Moving) {
            self.state = State::Sealed;
        }
        self.change = HistoryChange::Nothing;
    }

    /// Ends the gesture as if it had never begun; says what that changed, or nothing when it had changed nothing.
    pub fn cancel_gesture(&mut self, document: &mut Document) -> Option<Patch> {
        let moving = self.state == State::Moving;
        self.end_gesture();
        let patch = if moving { self.steps.pop_back()?.patch.inverted() } else { return None };
        document.apply_patch(&patch);
        self.cursor = self.end();
        self.change = HistoryChange::Truncated { end: self.cursor };
        Some(patch)
    }

    fn forget_undone(&mut self) {
        while self.can_redo() {
            self.steps.pop_back();
        }
    }

    fn end(&self) -> u64 {
        self.oldest + self.steps.len() as u64
    }
}
