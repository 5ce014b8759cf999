// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace amb {

class HttpSession;
struct InstanceReply;

/// What a reply shows to be in the way of a sign-in.
enum class PageSign : quint8 {
    None, ///< nothing that is known
    Login, ///< the login page, or the way to it
    SecondFactor, ///< the page for the code of a second factor
    SingleSignOn, ///< the way to another host, where users sign in
    Hibernating, ///< a developer instance that sleeps; it answers 200 with this page everywhere
    Moved, ///< the same page at another address
};

/// Recognises a reply by its status, its Location and its content. The pages are ServiceNow's; how
/// all of their versions look is not confirmed on a real instance, so small signs are enough.
PageSign signOf(const InstanceReply &reply, const HttpSession &session);

/// Whether a reply is a web page by its type or its beginning.
bool isWebPage(const InstanceReply &reply);

/// The value of a page's `<input name="…">`; empty where there is none.
QString inputValue(QByteArrayView page, const QString &name);

/// What a login page complains about, as one line; empty where it does not.
QString pageComplaint(QByteArrayView page);

} // namespace amb
