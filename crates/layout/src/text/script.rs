/// What a text's script asks of the setting, whatever the charter says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Script {
    /// Letters that join: Arabic.
    joined: bool,
    /// Marks above and below: Arabic, Devanagari, Thai.
    tall: bool,
    /// Square signs without room of their own between lines: Chinese, Japanese, Korean.
    square: bool,
    /// Korean, whose words stay whole, unless Japanese stands beside it.
    hangul: bool,
    kana: bool,
}

impl Script {
    pub fn of(text: &str) -> Self {
        let mut script = Self::default();
        if text.is_ascii() {
            return script;
        }
        for character in text.chars() {
            match character {
                '\u{0600}'..='\u{08ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => script.joined = true,
                '\u{0900}'..='\u{0eff}' => script.tall = true,
                '\u{ac00}'..='\u{d7a3}' | '\u{1100}'..='\u{11ff}' => script.hangul = true,
                '\u{3041}'..='\u{30ff}' => script.kana = true,
                '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => script.square = true,
                _ => {}
            }
        }
        script
    }

    /// From baseline to baseline, in em: closer, the marks of one line touch the next one's letters.
    pub fn least_leading(self) -> f32 {
        match self {
            Self { joined: true, .. } | Self { tall: true, .. } => 1.35,
            Self { square: true, .. } | Self { hangul: true, .. } | Self { kana: true, .. } => 1.2,
            _ => 0.0,
        }
    }

    /// Whether space between letters would tear them apart.
    pub fn is_joined(self) -> bool {
        self.joined
    }

    /// Whether lines break between words only, not between any two signs.
    pub fn keeps_words_whole(self) -> bool {
        self.hangul && !self.kana
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_asks_for_its_setting() {
        let check = |text: &str, leading: f32, joined: bool, whole: bool| {
            let script = Script::of(text);
            assert_eq!(
                (script.least_leading(), script.is_joined(), script.keeps_words_whole()),
                (leading, joined, whole),
                "{text}"
            );
        };
        check("Été à Paris", 0.0, false, false);
        check("مرحبا", 1.35, true, false);
        check("สวัสดี", 1.35, false, false);
        check("茶碗", 1.2, false, false);
        check("안녕하세요", 1.2, false, true);
        check("안녕 こんにちは", 1.2, false, false);
    }
}
