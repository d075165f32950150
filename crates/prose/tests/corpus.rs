//! How much of what the corpus marks is found, and how often a caption without a mark is remarked on.
//!
//! Only counts are printed: the evaluation half is not for looking at.

#![expect(clippy::print_stdout, reason = "the scores are what these tests are for")]

mod captions;

use std::{collections::BTreeMap, ops::Range};

use captions::{Caption, charters, read};
use planche_model::charter::Rule;
use planche_prose::{Checker, Place, Remark, Setting};

/// What was found of one rule.
#[derive(Debug, Default)]
struct Score {
    marks: usize,
    found: usize,
    /// Captions without a mark of the rule, and those of them that it remarks on.
    silent: usize,
    alarmed: usize,
    remarks: usize,
    right: usize,
}

impl Score {
    fn add(&mut self, caption: &Caption, rule: Rule, remarks: &[Remark]) {
        let marks: Vec<_> =
            caption.marks.iter().filter(|(marked, _)| *marked == rule).map(|(_, range)| range).collect();
        let remarks: Vec<_> = remarks.iter().filter(|remark| remark.rule == rule).map(|remark| &remark.range).collect();
        self.marks += marks.len();
        self.found += marks.iter().filter(|mark| remarks.iter().any(|remark| overlap(mark, remark))).count();
        self.silent += usize::from(marks.is_empty());
        self.alarmed += usize::from(marks.is_empty() && !remarks.is_empty());
        self.remarks += remarks.len();
        self.right += remarks.iter().filter(|remark| marks.iter().any(|mark| overlap(mark, remark))).count();
    }

    fn recall(&self) -> f64 {
        share(self.found, self.marks, 1.0)
    }

    fn alarms(&self) -> f64 {
        share(self.alarmed, self.silent, 0.0)
    }
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn share(part: usize, whole: usize, otherwise: f64) -> f64 {
    if whole == 0 { otherwise } else { part as f64 / whole as f64 }
}

fn scores(half: &str) -> BTreeMap<Rule, Score> {
    let checkers: BTreeMap<String, Checker> =
        charters().into_iter().map(|(name, charter)| (name, Checker::new(&charter))).collect();
    let mut scores: BTreeMap<Rule, Score> = BTreeMap::new();
    for caption in read(half) {
        let setting = Setting { network: caption.network.as_deref(), place: caption.place };
        let remarks = checkers[&caption.charter].check(&caption.text, setting);
        tell(half, &caption, &remarks);
        for &rule in Rule::ALL.iter().filter(|rule| **rule >= Rule::Register) {
            scores.entry(rule).or_default().add(&caption, rule, &remarks);
        }
    }
    scores
}

/// Says what the development half has and the checker has not, and the other way round.
fn tell(half: &str, caption: &Caption, remarks: &[Remark]) {
    if half != "development" {
        return;
    }
    let place = if caption.place == Place::Caption { "" } else { " (visual)" };
    let overlap = |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
    for (rule, range) in &caption.marks {
        if !remarks.iter().any(|remark| remark.rule == *rule && overlap(&remark.range, range)) {
            println!("{}{place}: {} not found: {}", caption.id, rule.code(), &caption.text[range.clone()]);
        }
    }
    for remark in remarks {
        if !caption.marks.iter().any(|(rule, range)| remark.rule == *rule && overlap(&remark.range, range)) {
            println!("{}{place}: {} too much: {}", caption.id, remark.rule.code(), &caption.text[remark.range.clone()]);
        }
    }
}

#[track_caller]
fn check(half: &str) {
    let scores = scores(half);
    println!("{half}: rule, marks, found, false alarms, precision");
    for (rule, score) in &scores {
        println!(
            "  {:16} {:4}  {:5.1} %  {:4.1} %  {:5.1} %",
            rule.code(),
            score.marks,
            score.recall() * 100.0,
            score.alarms() * 100.0,
            share(score.right, score.remarks, 1.0) * 100.0
        );
    }
    let bad: Vec<&str> = scores
        .iter()
        .filter(|(_, score)| score.recall() < 0.95 || score.alarms() > 0.02)
        .map(|(rule, _)| rule.code())
        .collect();
    assert!(bad.is_empty(), "{half}: less than 95 % found, or over 2 % of false alarms: {bad:?}");
}

#[test]
fn the_development_half_is_read_as_it_is_marked() {
    check("development");
}

#[test]
fn the_evaluation_half_is_read_as_it_is_marked() {
    check("evaluation");
}
