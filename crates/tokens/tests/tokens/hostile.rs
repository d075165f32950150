//! Files made to do harm: an answer or a typed error, soon.

use std::time::{Duration, Instant};

use planche_model::{Charter, strategies};
use planche_tokens::{ReadError, Target, read, write};
use proptest::prelude::*;

const SAMPLE: &str = include_str!("../../../../assets/brands/maree-basse/charter.json");

/// Much longer than any of them takes, unoptimised on a busy machine.
const SOON: Duration = Duration::from_secs(20);

#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "cases read better")]
fn check(what: &str, file: impl AsRef<[u8]>, expected: Result<(), ReadError>) {
    let start = Instant::now();
    assert_eq!(read(file.as_ref()).map(drop), expected, "{what}");
    assert!(start.elapsed() < SOON, "{what} took {:?}", start.elapsed());
}

#[test]
fn bounds_hold() {
    check("nothing", "", Err(ReadError::Unknown));
    check("prose", "Bonjour -- à tous.", Err(ReadError::Unknown));
    check("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Err(ReadError::Unknown));
    check("too large", vec![b' '; (8 << 20) + 1], Err(ReadError::TooLarge((8 << 20) + 1)));
    check("broken off", "{\"a\":\n{", Err(ReadError::Damaged(7)));
    check("two values", "{} {}", Err(ReadError::Damaged(4)));
    check("deep", "{\"a\":".repeat(65), Err(ReadError::TooDeep));
    check("very deep", "{\"a\":[".repeat(100_000), Err(ReadError::TooDeep));
    check("many values", format!("{{\"a\":[{}0]}}", "0,".repeat(1_000_000)), Err(ReadError::TooMany));
    let tokens = |count: usize| {
        let token = |at: usize| format!("\"t{at}\":{{\"$type\":\"color\",\"$value\":\"#fff\"}}");
        format!("{{{}}}", (0..count).map(token).collect::<Vec<_>>().join(","))
    };
    check("as many tokens as may be", tokens(10_000), Ok(()));
    check("many tokens", tokens(10_001), Err(ReadError::TooMany));
    let properties = |count: usize| (0..count).map(|at| format!("--p{at}:#fff;")).collect::<String>();
    check("as many properties as may be", properties(10_000), Ok(()));
    check("many properties", properties(10_001), Err(ReadError::TooMany));
    check(
        "one property, often",
        (0..20_000).map(|at| format!("--p:{at};")).collect::<String>(),
        Err(ReadError::TooMany),
    );
    check("many lines", format!("GIMP Palette\n{}", "0 0 0 a\n".repeat(10_001)), Err(ReadError::TooMany));
    check("many swatches", b"ASEF\0\x01\0\0\xff\xff\xff\xff", Err(ReadError::TooMany));
    check("a long swatch", b"ASEF\0\x01\0\0\0\0\0\x01\0\x01\xff\xff\xff\xff", Err(ReadError::Damaged(18)));
}

#[test]
fn no_chain_and_no_name_takes_long() {
    let chain = |count: usize| {
        let link = |at: usize| format!("\"t{at}\":{{\"$value\":\"{{t{}}}\"}}", at + 1);
        (0..count).map(link).collect::<Vec<_>>().join(",")
    };
    check(
        "a chain that ends",
        format!("{{{},\"t9000\":{{\"$type\":\"color\",\"$value\":\"#fff\"}}}}", chain(9000)),
        Ok(()),
    );
    check("a ring", format!("{{{},\"t9000\":{{\"$value\":\"{{t0}}\"}}}}", chain(9000)), Ok(()));
    let long = "n".repeat(4 << 20);
    let inside = (0..9000).map(|at| format!("\"{at}\":{{\"$value\":1}}")).collect::<Vec<_>>().join(",");
    check("a long name over many", format!("{{\"{long}\":{{{inside}}}}}"), Ok(()));
    let sets = (0..9000).map(|_| "\"s\"").collect::<Vec<_>>().join(",");
    let order = format!("\"$metadata\":{{\"tokenSetOrder\":[{sets}]}}");
    check("a set, often", format!("{{\"s\":{{{inside}}},{order}}}"), Ok(()));
    let families =
        (0..9000).map(|at| format!("\"f{at}\":{{\"$type\":\"fontFamily\",\"$value\":\"F\"}}")).collect::<Vec<_>>();
    check("a group of families", format!("{{\"g\":{{{}}}}}", families.join(",")), Ok(()));
    let gradient = |at: usize| {
        let stop = |stop: usize| format!("{{\"color\":\"#{:06x}\",\"position\":0}}", at * 90 + stop);
        let stops: Vec<String> = (0..90).map(stop).collect();
        format!("\"g{at}\":{{\"$type\":\"gradient\",\"$value\":[{}]}}", stops.join(","))
    };
    let gradients: Vec<String> = (0..900).map(gradient).collect();
    check("many gradients of many", format!("{{{}}}", gradients.join(",")), Ok(()));
    let stops = "{\"color\":\"#123456\",\"position\":0},".repeat(50_000);
    check("a gradient of many", format!("{{\"g\":{{\"$type\":\"gradient\",\"$value\":[{stops}0]}}}}"), Ok(()));
    let rings: String = (0..9999).map(|at| format!("--r{at}:var(--r{});", (at + 1) % 9999)).collect();
    check("a ring of properties", rings, Ok(()));
    check("open brackets", format!("--a:{}", "(".repeat(4 << 20)), Ok(()));
    check("one property, the same, without a line", "--p:1;".repeat(1 << 20), Ok(()));
    check("open comments", "--a:1;/*".repeat(500_000), Ok(()));
    check("quotes", format!("a{{{}", "'\n--".repeat(1 << 20)), Err(ReadError::Unknown));
    check("hyphens", "-".repeat(8 << 20), Err(ReadError::Unknown));
    check("properties without values", "a{--a ".repeat(1 << 20), Err(ReadError::Unknown));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// A file of ours with bytes changed, cut out and cut off.
    #[test]
    fn damaged_files_do_not_stop_it(
        target in prop::sample::select(Target::ALL.to_vec()),
        charter in strategies::charter(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        cut in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let mut file = write(&charter, target);
        changes.iter().for_each(|(at, byte)| {
            let at = at.index(file.len());
            file[at] = *byte;
        });
        if is_cut {
            file.truncate(cut.index(file.len()));
        }
        if let Ok(palette) = read(&file) {
            check_sound(&palette);
            let charter = Charter::parse(SAMPLE).expect("the sample is a charter");
            if let Ok(laid) = palette.lay_on(&charter) {
                laid.charter.check().expect("what is laid on a charter is a charter");
            }
        }
    }

    #[test]
    fn any_bytes_have_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..400), start in 0..6_usize) {
        let starts: [&[u8]; 6] = [b"", b"ASEF\0\x01\0\0\0\0\0\x02", b"\0\x01\0\x02", b"GIMP Palette\n", b"{", b":root{--a:"];
        let file = [starts[start], &bytes].concat();
        if let Ok(palette) = read(&file) {
            check_sound(&palette);
        }
    }
}

#[track_caller]
fn check_sound(palette: &planche_tokens::Palette) {
    let count = palette.colors.len();
    assert!(palette.roles.values().all(|at| *at < count));
    assert!(palette.gradients.iter().flat_map(|blend| &blend.stops).all(|stop| stop.color < count));
    assert!([palette.title, palette.text].into_iter().flatten().all(|at| at < palette.styles.len()));
}
