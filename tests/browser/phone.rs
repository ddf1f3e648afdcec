//! A phone: Chromium with a phone's screen and WeChat's user agent.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::ChromeCapabilities;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;

const USER_AGENT: &str = "Mozilla/5.0 (Linux; Android 15; V2408A Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) \
    Version/4.0 Chrome/150.0.7871.189 Mobile Safari/537.36 XWEB/1500117 MMWEBSDK/20260604 MMWEBID/1213 \
    MicroMessenger/8.0.77.3160(0x28004D30) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64";

/// Waits inside the page until an element of the widget that says these words is on the screen. Words that 未 or 不 turns
/// round are not said: 未通过 is not 通过.
const FIND: &str = r"
    const [selector, words, whole, done] = arguments;
    const says = (text) => {
        if (whole) return text.trim() === words;
        let at = text.indexOf(words);
        while (at > 0 && '未不'.includes(text[at - 1])) at = text.indexOf(words, at + 1);
        return at >= 0;
    };
    const look = () => {
        const host = document.querySelector('yishi-widget');
        const root = host && host.shadowRoot;
        const all = root ? [...root.querySelectorAll(selector)] : [];
        const shown = (element) => element.getClientRects().length > 0;
        const hit = all.find((element) => says(element.textContent) && shown(element));
        if (hit) done(hit === root ? true : hit); else requestAnimationFrame(look);
    };
    look();
";

/// What words of the widget stand in.
const WORDS: &str = "h1, h2, h3, p, b, dt, dd, span, li, label, button";

/// A phone with one page. Browser and driver end with it.
pub(crate) struct Phone {
    pub(crate) driver: WebDriver,
    width: u32,
    height: u32,
    chromedriver: Child,
    port: u16,
    /// What the browser keeps; gone when the phone was put away.
    profile: Option<tempfile::TempDir>,
}

/// A phone whose browser is closed. It keeps what it had.
pub(crate) struct PutAway {
    width: u32,
    height: u32,
    profile: tempfile::TempDir,
}

impl PutAway {
    /// Takes it out again: a new browser with nothing open, and all that the old one kept.
    pub(crate) async fn take_out(self) -> Phone {
        Phone::with(self.width, self.height, self.profile).await
    }
}

impl Drop for Phone {
    fn drop(&mut self) {
        // A killed driver leaves its browser behind, also after a test that failed; asked to end, it ends both.
        drop(self.shut_down());
        drop(self.chromedriver.kill());
        drop(self.chromedriver.wait());
    }
}

impl Phone {
    /// A phone of that screen, in CSS pixels.
    pub(crate) async fn new(width: u32, height: u32) -> Self {
        Self::with(width, height, tempfile::tempdir().unwrap()).await
    }

    /// A phone whose browser was started or set up in another way than usual.
    pub(crate) async fn odd(arguments: &[&str], preferences: Value) -> Self {
        let profile = tempfile::tempdir().unwrap();
        let mut set_up = capabilities(390, 844, &profile, arguments);
        set_up.add_experimental_option("prefs", preferences).unwrap();
        Self::set_up(390, 844, profile, set_up).await
    }

    async fn with(width: u32, height: u32, profile: tempfile::TempDir) -> Self {
        let set_up = capabilities(width, height, &profile, &[]);
        Self::set_up(width, height, profile, set_up).await
    }

    async fn set_up(width: u32, height: u32, profile: tempfile::TempDir, set_up: ChromeCapabilities) -> Self {
        let mut command = Command::new("chromedriver");
        command.args(["--port=0", "--allowed-ips=127.0.0.1"]).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut chromedriver = command.spawn().unwrap();
        let lines = BufReader::new(chromedriver.stdout.take().unwrap()).lines();
        let port = |line: &str| {
            line.split("successfully on port ").nth(1)?.trim_end_matches('.').parse::<u16>().ok()
        };
        let port = lines.map_while(Result::ok).find_map(|line| port(&line)).unwrap();
        let set_up: Capabilities = set_up.into();
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), set_up).await.unwrap();
        driver.set_script_timeout(Duration::from_secs(30)).await.unwrap();
        Self { driver, width, height, chromedriver, port, profile: Some(profile) }
    }

    /// Closes the browser, so that it takes no room while others have their turn.
    pub(crate) async fn put_away(mut self) -> PutAway {
        let profile = self.profile.take().unwrap();
        // Asked to end, the browser writes down what it keeps; a killed one may not.
        self.driver.clone().quit().await.unwrap();
        PutAway { width: self.width, height: self.height, profile }
    }

    fn shut_down(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }

    /// Has a script run in every page before any of the page's own.
    pub(crate) async fn prepare(&self, script: &str) {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Opens an address.
    pub(crate) async fn open(&self, url: &str) {
        self.driver.goto(url).await.unwrap();
    }

    /// The first element of the widget that matches and says these words, once it is on the screen.
    pub(crate) async fn find(&self, selector: &str, words: &str) -> WebElement {
        self.find_saying(selector, words, false).await
    }

    async fn find_saying(&self, selector: &str, words: &str, whole: bool) -> WebElement {
        let arguments = vec![json!(selector), json!(words), json!(whole)];
        let found = match self.driver.execute_async(FIND, arguments).await {
            Ok(found) => found,
            Err(error) => panic!("{selector} with {words:?} does not appear: {error}\n{}", self.text().await),
        };
        found.element().unwrap()
    }

    /// The first element of the page around the widget, or of a page without one, that matches and says these words.
    pub(crate) async fn find_in_page(&self, selector: &str, words: &str) -> WebElement {
        let script = FIND.replace("host && host.shadowRoot", "document");
        let arguments = vec![json!(selector), json!(words), json!(false)];
        match self.driver.execute_async(&script, arguments).await {
            Ok(found) => found.element().unwrap(),
            Err(error) => panic!("{selector} with {words:?} does not appear: {error}"),
        }
    }

    /// Waits for words anywhere in the widget.
    pub(crate) async fn see(&self, words: &str) {
        drop(self.find(WORDS, words).await);
    }

    /// Waits for something in the widget that says these words and no others: for what is short enough to be part of its own
    /// contrary, as 通过 is of 没有通过.
    pub(crate) async fn see_exactly(&self, words: &str) {
        drop(self.find_saying(WORDS, words, true).await);
    }

    /// Presses a button or an option by its words, as a finger does: one that was drawn anew meanwhile is the same to it.
    pub(crate) async fn press(&self, words: &str) {
        loop {
            let element = self.find("button:not([disabled]), label, summary, a", words).await;
            let pressed = match element.scroll_into_view().await {
                Ok(()) => element.click().await,
                Err(error) => Err(error),
            };
            match pressed.map_err(WebDriverError::into_inner) {
                Err(WebDriverErrorInner::StaleElementReference(_)) => {}
                pressed => return pressed.unwrap(),
            }
        }
    }

    /// The same for a button that its screen may take away by itself at any moment: it is found and pressed in one go, or it is
    /// gone.
    pub(crate) async fn press_if_there(&self, words: &str) {
        let script = "const root = document.querySelector('yishi-widget').shadowRoot;
            const button = [...root.querySelectorAll('button')].find((one) => one.textContent.includes(arguments[0]));
            if (button) button.click();";
        self.driver.execute(script, vec![json!(words)]).await.unwrap();
    }

    /// Waits until the widget's words, wherever they stand, hold these: for what no element of words is made of, as a note is.
    pub(crate) async fn reads(&self, words: &str) {
        let script =
            FIND.replace("[...root.querySelectorAll(selector)]", "[root]").replace("&& shown(element)", "");
        if let Err(error) =
            self.driver.execute_async(&script, vec![json!(""), json!(words), json!(false)]).await
        {
            panic!("{words:?} is not read: {error}\n{}", self.text().await);
        }
    }

    /// All words of the widget, as they stand at this moment: what is to come is waited for before.
    pub(crate) async fn text(&self) -> String {
        let script = "const w = document.querySelector('yishi-widget'); return w && w.shadowRoot ? w.shadowRoot.textContent : document.body.textContent";
        let text = self.driver.execute(script, vec![]).await.unwrap();
        text.json().as_str().unwrap_or_default().to_owned()
    }

    /// What stands in a field.
    pub(crate) async fn typed(&self, field: &str) -> String {
        self.find(field, "").await.prop("value").await.unwrap().unwrap_or_default()
    }

    /// How many fields the browser keeps for what is not signed yet.
    pub(crate) async fn kept(&self) -> u64 {
        let script =
            "return Object.keys(localStorage).filter((key) => key.startsWith('yishi-draft/')).length";
        self.run(script).await.as_u64().unwrap()
    }

    /// Runs a script in the page.
    pub(crate) async fn run(&self, script: &str) -> Value {
        self.driver.execute(script, vec![]).await.unwrap().json().clone()
    }

    /// Cuts or mends the network.
    pub(crate) async fn set_offline(&self, offline: bool) {
        let conditions =
            json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.cdp("Network.enable", json!({})).await;
        self.cdp("Network.emulateNetworkConditions", conditions).await;
    }

    /// A command of the browser's own protocol.
    pub(crate) async fn cdp(&self, command: &str, parameters: Value) {
        self.driver.cdp().send_raw(command, parameters).await.unwrap();
    }

    /// The screen with which it was made, in CSS pixels.
    pub(crate) fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    pub(crate) async fn set_screen(&self, (width, height): (u32, u32)) {
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
        self.cdp("Emulation.setDeviceMetricsOverride", screen).await;
    }

    /// Keeps a picture of the whole page on a screen of that size, if somebody wants to look.
    pub(crate) async fn shot(&self, name: &str, (width, height): (u32, u32)) {
        let Some(folder) = std::env::var_os("YISHI_SHOTS").map(PathBuf::from) else { return };
        std::fs::create_dir_all(&folder).unwrap();
        let whole = self.run("return document.documentElement.scrollHeight").await.as_u64().unwrap();
        self.set_screen((width, u32::try_from(whole).unwrap().max(height))).await;
        let png = self.driver.screenshot_as_png().await.unwrap();
        self.set_screen((width, height)).await;
        std::fs::write(folder.join(format!("{name}.png")), png).unwrap();
    }
}

fn capabilities(width: u32, height: u32, profile: &tempfile::TempDir, more: &[&str]) -> ChromeCapabilities {
    let mut chrome = DesiredCapabilities::chrome();
    let profile = format!("--user-data-dir={}", profile.path().display());
    let arguments = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-color-profile=srgb",
        "--hide-scrollbars",
        "--lang=zh-CN",
        &profile,
    ];
    for argument in arguments.iter().chain(more) {
        chrome.add_arg(argument).unwrap();
    }
    let metrics = json!({ "width": width, "height": height, "pixelRatio": 2.0, "touch": true });
    let emulation = json!({ "deviceMetrics": metrics, "userAgent": USER_AGENT });
    chrome.add_experimental_option("mobileEmulation", emulation).unwrap();
    chrome
}

/// A page that says three things, of which only the last is 通过.
const SAYS: &str = "data:text/html;charset=utf-8,<yishi-widget></yishi-widget><script>\
    document.querySelector('yishi-widget').attachShadow({ mode: 'open' }).innerHTML = \
    '<p id=no>未通过</p><p id=none>没有通过</p><p id=yes> 通过 </p>'</script>";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_turned_round_is_not_seen_as_said() {
    let phone = Phone::new(390, 844).await;
    phone.open(SAYS).await;
    let id = async |found: WebElement| found.id().await.unwrap().unwrap();
    assert_eq!(id(phone.find(WORDS, "未通过").await).await, "no");
    assert_eq!(id(phone.find(WORDS, "通过").await).await, "none", "not the one with 未 before it");
    assert_eq!(id(phone.find_saying(WORDS, "通过", true).await).await, "yes");
}
