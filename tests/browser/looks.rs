//! The looks in which people read a screen: sizes, large type, the dark, English, and a language that nobody wrote. A test
//! walks in one of them; where it stops, the screen is held to all.

use serde_json::json;

use crate::phone::Phone;
use crate::sound::{named, sound, spoken};

/// How a screen is shown.
#[derive(Clone, Copy)]
struct Look {
    size: (u32, u32),
    care: bool,
    dark: bool,
    /// As the element's attribute says it; nothing for Chinese.
    lang: &'static str,
}

/// The smallest phone, and a common one.
const SMALL: (u32, u32) = (320, 700);
const COMMON: (u32, u32) = (390, 844);

/// Puts a look on and waits until the screen stands in it.
const WEAR: &str = r"
    const [lang, mode, theme, done] = arguments;
    const host = document.querySelector('yishi-widget');
    for (const [name, value] of [['lang', lang], ['mode', mode], ['theme', theme]])
        if ((host.getAttribute(name) || '') !== value) host.setAttribute(name, value);
    document.body.className = theme;
    const settle = () =>
        host.shadowRoot.querySelector('[aria-busy=true]') ? requestAnimationFrame(settle) : done();
    requestAnimationFrame(() => requestAnimationFrame(settle));
";

impl Look {
    /// What follows the screen's name in the name of its picture; nothing for the look in which the test walks.
    fn name(self, own: (u32, u32)) -> String {
        let size = if self.size == own { String::new() } else { format!("-{}", self.size.0) };
        let words = [(self.care, "-large"), (self.dark, "-dark")];
        let name = words.iter().filter(|word| word.0).fold(size, |name, word| name + word.1);
        if self.lang.is_empty() { name } else { format!("{name}-{}", self.lang) }
    }
}

impl Phone {
    /// Holds the screen to what screens must be, in every look, and keeps a picture of each. Switching the language draws the
    /// screen anew: what it keeps nowhere is lost, see [`Phone::pause`].
    pub(crate) async fn stop(&self, name: &str) {
        self.pause(name).await;
        for (size, care) in [(self.size(), false), (SMALL, true)] {
            self.wear(Look { size, care, dark: false, lang: "en" }, name, care).await;
        }
        self.speak_pseudo(name).await;
        self.put_on(self.own()).await;
    }

    /// The language that is made at build, whose phrases stand in brackets: nothing but what people wrote stands without them. Its
    /// phrases are longer than any that people would write, so that it is not asked whether each fits. No picture is kept of it.
    async fn speak_pseudo(&self, name: &str) {
        let look = Look { lang: "en-XA", ..self.own() };
        self.put_on(look).await;
        spoken(self, &format!("{name}{}", look.name(self.size()))).await;
    }

    /// The same without another language, where that would take away what was typed or chosen.
    pub(crate) async fn pause(&self, name: &str) {
        let plain = |size| Look { size, care: false, dark: false, lang: "" };
        self.wear(plain(self.size()), name, true).await;
        self.wear(Look { dark: true, ..plain(self.size()) }, name, false).await;
        self.wear(Look { care: true, ..plain(self.size()) }, name, false).await;
        for size in [COMMON, SMALL].into_iter().filter(|size| *size != self.size()) {
            self.wear(plain(size), name, false).await;
            self.wear(Look { care: true, ..plain(size) }, name, false).await;
        }
        self.put_on(self.own()).await;
    }

    /// Holds the screen, as a printer gets it on A4, to the same, and keeps a picture.
    pub(crate) async fn print(&self, name: &str) {
        self.print_on(name, (794, 1123)).await;
    }

    /// The same on paper of another size, in pixels of 96 to the inch.
    pub(crate) async fn print_on(&self, name: &str, sheet: (u32, u32)) {
        let still = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
        self.cdp("Emulation.setEmulatedMedia", json!({ "media": "print", "features": still })).await;
        self.put_on(Look { size: sheet, ..self.own() }).await;
        let name = format!("{name}-print");
        sound(self, &name).await;
        self.shot(&name, sheet).await;
        self.cdp("Emulation.setEmulatedMedia", json!({ "media": "", "features": still })).await;
        self.put_on(self.own()).await;
    }

    /// The look in which the test walks.
    fn own(&self) -> Look {
        Look { size: self.size(), care: false, dark: false, lang: "" }
    }

    async fn wear(&self, look: Look, name: &str, with_axe: bool) {
        self.put_on(look).await;
        let name = format!("{name}{}", look.name(self.size()));
        sound(self, &name).await;
        if with_axe {
            named(self, &name).await;
        }
        self.shot(&name, look.size).await;
    }

    async fn put_on(&self, look: Look) {
        self.set_screen(look.size).await;
        let words = [look.lang, if look.care { "care" } else { "" }, if look.dark { "dark" } else { "" }];
        self.driver.execute_async(WEAR, words.map(|word| json!(word)).to_vec()).await.unwrap();
    }
}
