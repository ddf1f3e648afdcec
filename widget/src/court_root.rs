//! 表决卷宗: a file that opens itself. It asks no network: what it shows lies in it.

use crate::draw::{View, view};
use crate::shell::app::{Above, App};
use crate::steps::decide::desk::court::{self, Case};

/// What lies below may ask for: this page has one screen and asks nobody.
pub(crate) const ABOVE: Above = Above {
    follows: false,
    load: |_| Box::pin(async { Ok(()) }),
    lists: |_| None,
    foot: |_| None,
    prepare: |_| Box::pin(async { Ok(()) }),
    reach: |_, _, _| Box::pin(async { Ok(()) }),
    open: |_, _, _| Box::pin(async { Ok(()) }),
    send: |_, _| Box::pin(async { Ok(()) }),
    arrive: |_, _| Box::pin(async { Ok(()) }),
    finish: |_| Box::pin(async { Ok(()) }),
    why: |_, _, _| None,
    hold_authors: |_, _, history| Box::pin(async { history }),
    resend: |_, _| Box::pin(async { Ok(()) }),
};

/// The whole page.
pub(crate) fn root(app: App, case: &'static Case) -> View {
    view! {
        <div class="wx-root ys-desk notranslate" translate="no" lang=move || app.lang.get().tag() data-weui-theme="light">
            {move || {
                app.lang.track();
                court::page(app, case)
            }}
        </div>
    }
}
