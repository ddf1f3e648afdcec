//! What every screen must be: no wider than the phone, nothing cut off or hard to read, fingers find their targets, and
//! nothing that axe-core finds.

use std::path::PathBuf;

use serde_json::Value;

use crate::phone::Phone;

/// What is wrong with the layout, in words: sideways scroll, clipped or off-screen words, contrast of every word against what
/// lies under it, small words, small targets, missing names, inline style, Chinese signs in English words.
const LAYOUT: &str = r"
    const found = new Set(), W = innerWidth, say = (...words) => found.add(words.join(' '));
    // A colour that is still fading would be measured half-way.
    document.querySelector('yishi-widget').shadowRoot.getAnimations()
        .filter((fade) => fade.effect.getComputedTiming().iterations < Infinity).forEach((fade) => fade.finish());
    const root = document.querySelector('yishi-widget').shadowRoot.querySelector('.wx-root');
    if (document.scrollingElement.scrollWidth > W) say('scrolls sideways:', document.scrollingElement.scrollWidth);
    if (root.querySelector('[style]')) say('inline style');
    const luminance = (c) => {
        const f = (x) => (x /= 255) <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4;
        return .2126 * f(c[0]) + .7152 * f(c[1]) + .0722 * f(c[2]);
    };
    const rgba = (s) => {
        const a = (s.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
        return a.length < 4 ? [...a, 1] : a;
    };
    const over = (f, b) => [0, 1, 2].map((i) => f[i] * f[3] + b[i] * (1 - f[3]));
    const under = (e) => {
        const layers = [];
        for (; e; e = e.parentElement) {
            const b = rgba(getComputedStyle(e).backgroundColor);
            if (b[3] > 0) { layers.push(b); if (b[3] === 1) break; }
        }
        return layers.reverse().reduce((c, b) => over(b, c), [255, 255, 255]);
    };
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const text = walk.currentNode, e = text.parentElement, words = text.data.trim().slice(0, 16);
        const style = getComputedStyle(e), head = e.closest('thead');
        const hidden = head && getComputedStyle(head).position === 'absolute';
        if (!words || hidden || e.closest('.ys-hide, svg, option')) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        if (!box.width) continue;
        if ((box.right > W + .5 || box.left < -.5) && !e.closest('.ys-scroll')) say('off the screen:', words);
        for (let p = e; p && p !== root; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') {
            const q = p.getBoundingClientRect();
            const out = box.right > q.right + 1 || box.left < q.left - 1;
            if (out && !p.classList.contains('ys-scroll')) say('clipped:', words);
            break;
        }
        // Chinese signs stand between Chinese characters only: what residents wrote stays as it is.
        const foreign = /[A-Za-z0-9²)] ?[，。；：、（）！？]|[，。；：、（）！？] ?[A-Za-z0-9]|^[，。；：、]$/;
        if (root.lang === 'en' && !e.closest('bdi') && foreign.test(text.data.trim())) say('punctuation of another language:', words);
        // A reading voice changes with the language, and so what is Chinese in an English page says so.
        const signs = (of) => (text.data.match(of) || []).length;
        if (root.lang === 'en' && signs(/[\u4e00-\u9fff]/g) > signs(/[A-Za-z]/g) && !e.closest('[aria-hidden=true]')
            && !e.closest('[lang]').lang.startsWith('zh')) say('Chinese that does not say so:', words);
        if (style.textOverflow === 'ellipsis') say('ellipsis:', words);
        const back = under(e), a = luminance(over(rgba(style.color), back)), b = luminance(back);
        const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
        if (ratio < 4.5) say('contrast', ratio.toFixed(2) + ':', words);
        if (parseFloat(style.fontSize) < 14.9) say('small words', style.fontSize + ':', words);
    }
    const targets = 'a, button, textarea, select, label.ys-opt, .ys-five label, input:not([type=radio]):not([type=checkbox])';
    for (const e of root.querySelectorAll(targets)) {
        const b = e.getBoundingClientRect();
        if (!b.width) continue;
        const least = e.matches('label') ? 60 : e.closest('p, li, td, dd, .ys-sec') && !e.matches('.weui-btn') ? 24 : 44;
        const words = e.textContent.trim().slice(0, 12);
        if (b.height < least - .5) say('small target', Math.round(b.width) + 'x' + Math.round(b.height) + ':', words);
        if (!(words || e.getAttribute('aria-label') || e.id)) say('no name:', e.outerHTML.slice(0, 60));
    }
    return [...found];
";

/// Words that stand outside the brackets of the pseudo-language's phrases and are not Chinese that says so: whoever wrote them
/// wrote code. Brackets close where they were opened, be it in another part of the same element. What was said before the
/// language changed stays as it was said; texts that are signed as they stand, and addresses, are no phrases.
const BARE: &str = r"
    const found = new Set(), root = document.querySelector('yishi-widget').shadowRoot.querySelector('.wx-root');
    if (root.lang !== 'en-XA') found.add('it speaks ' + root.lang);
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    // Addresses, names of files, and those of the people.
    const theirs_too = /https?:\/\/\S+|[\w-]+\.(csv|xlsx|pdf|html)|\b(wang|qian|zhao|li|sun|zhou|wu|zheng|chen|chu|wei|feng|parker|developer|manager|host|second|root)\b/g;
    let depth = 0;
    while (walk.nextNode()) {
        const text = walk.currentNode, e = text.parentElement;
        const shown = theirs.reduce((said, one) => said.split(one).join(' '), text.data.replace(theirs_too, ' '));
        let left = '';
        for (const sign of shown) {
            if (sign === '⟦') depth += 1;
            else if (sign === '⟧') depth -= 1;
            else if (depth === 0) left += sign;
        }
        if (!e.getClientRects().length || e.closest('bdi, svg, pre, code, textarea, [aria-hidden=true], [role=status], .ys-code, [lang=en]')) continue;
        const english = left.match(/(?<![\w.\/:@-])[A-Za-z][a-z]{2,}(?![\w@-])/g) || [];
        english.filter((word) => !/^[a-f]+$/.test(word)).forEach((word) => found.add('no phrase: ' + word));
        const signs = (of) => (left.match(of) || []).length;
        const others = (text.data.match(/\p{L}/gu) || []).length - signs(/[\u4e00-\u9fff]/g);
        if (signs(/[\u4e00-\u9fff]/g) > others && !e.closest('[lang]').lang.startsWith('zh'))
            found.add('Chinese: ' + left.trim().slice(0, 16));
    }
    if (depth) found.add('a bracket is open');
    return [...found];
";

/// What of the estates that tests tell is English and no phrase: how languages call themselves, and what their people wrote.
const THEIRS: [&str; 5] = [
    "English",
    "Owners' committee",
    "Residents' committee",
    "I agree to have my name kept on the roll.",
    "Monday to Friday",
];

/// What axe-core finds, by rule and element. Contrast is measured above, against what really lies under a word.
const AXE: &str = r"
    const done = arguments[arguments.length - 1];
    const host = document.querySelector('yishi-widget');
    const options = { rules: { 'color-contrast': { enabled: false }, 'region': { enabled: false } } };
    axe.run(host, options).then(
        ({ violations }) => done(violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 120)))),
        (error) => done(['' + error]),
    );
";

/// The script of axe-core, which `cargo xtask test` installs and names.
fn axe() -> String {
    let named = std::env::var_os("YISHI_AXE").map(PathBuf::from);
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).unwrap_or_default();
    let usual = home.join("yishi-tools/axe-core-4.14.1/node_modules/axe-core/axe.min.js");
    let path = named.unwrap_or(usual);
    let text = std::fs::read_to_string(&path);
    text.unwrap_or_else(|error| panic!("{}: {error}; run cargo xtask setup", path.display()))
}

/// Holds the screen, as it is shown now, to its layout.
pub(crate) async fn sound(phone: &Phone, screen: &str) {
    let wrong = phone.run(LAYOUT).await;
    assert_eq!(wrong, Value::Array(vec![]), "{screen}");
}

/// Holds the screen, as the pseudo-language shows it, to say nothing but phrases and what people wrote.
pub(crate) async fn spoken(phone: &Phone, screen: &str) {
    let theirs = serde_json::json!(THEIRS);
    let wrong = phone.run(&format!("const theirs = {theirs}; {BARE}")).await;
    assert_eq!(wrong, Value::Array(vec![]), "{screen}");
}

/// Holds a page without a window to the same.
pub(crate) async fn sound_page(phone: &Phone, page: &str) {
    let whole = LAYOUT.replace("document.querySelector('yishi-widget').shadowRoot", "document");
    assert_eq!(phone.run(&whole).await, Value::Array(vec![]), "{page}");
}

/// The same for what reading voices need.
pub(crate) async fn named_page(phone: &Phone, page: &str) {
    phone.run(&axe()).await;
    let whole = AXE.replace("document.querySelector('yishi-widget')", "document");
    let wrong = phone.driver.execute_async(&whole, vec![]).await.unwrap().json().clone();
    assert_eq!(wrong, Value::Array(vec![]), "{page}");
}

/// Holds its parts to the names, roles and order that reading voices need.
pub(crate) async fn named(phone: &Phone, screen: &str) {
    phone.run(&format!("if (!window.axe) {{ {} }}", axe())).await;
    let wrong = phone.driver.execute_async(AXE, vec![]).await.unwrap().json().clone();
    assert_eq!(wrong, Value::Array(vec![]), "{screen}");
}
