//! Style sheets.

use crate::told::check;

#[test]
fn custom_properties_are_read_wherever_they_stand() {
    check(
        r##"@import "tailwindcss";
        @theme { --color-brand-500: oklch(0.623 0.214 259.815); --font-sans: "Inter", ui-sans-serif, sans-serif; }
        :root { --background: 0 0% 100%; --foreground: hsl(222.2, 84%, 4.9%); --card: var(--background);
          --accent: var(--color-brand-500, red); --radius: 0.5rem; --ring: color-mix(in oklab, red, blue);
          --lost: var(--nobody); --round: var(--round); --bad: #12; --veil: rgba(0, 0, 0, .4) }
        .dark { --background: #000; --foreground: hsl(222.2, 84%, 4.9%) }"##,
        "#2b7fff brand 500 @accent @vivid
        #ffffff background @ground
        #020817 foreground @ink
        #000000 veil
        T font sans: Inter, ui-sans-serif, sans-serif
        ! overridden background
        ! alpha veil
        ! same card
        ! same accent
        ! kind radius
        ! expression ring
        ! lost lost
        ! cycle round
        ! value bad",
    );
}
