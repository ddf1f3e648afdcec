//! Whether a key can be made and kept on this page. It is found out before a letter is asked for, so that no code is typed or
//! spent where it would lead nowhere; everybody goes on reading.

use leptos::prelude::*;

use crate::proofs::vault;
use crate::shell::app::App;
use crate::shell::screen::Screen;
use crate::words::trouble::Trouble;

impl App {
    /// Finds out what this page lacks. A stranger's page makes no key.
    pub(crate) async fn find_lack(self) {
        if self.own_page().is_none() {
            self.lack.set_value(vault::lacks(&self.estate).await);
        }
    }

    /// Why a screen that would make a key leads nowhere here.
    pub(crate) fn lacking(self, screen: &Screen) -> Option<Trouble> {
        let rest = match screen {
            Screen::Enrol(code) => code.as_ref().map(ToString::to_string),
            Screen::Join(ask) => ask.map(|ask| ask.text()),
            Screen::Joining(_) => None,
            _ => return None,
        };
        let mut https = self.lack.get_value()?;
        if https.is_empty() {
            return Some(Trouble::NoVault);
        }
        // With what had come with the address; what follows `#` reaches no server.
        if let Some(rest) = rest {
            https = format!("{https}#{}.{rest}", self.estate);
        }
        Some(Trouble::PlainHttp(https))
    }
}
