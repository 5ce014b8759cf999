// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QNetworkCookie>
#include <QString>

namespace amb {

/// How to sign in to an instance; never written anywhere.
struct Credentials
{
    enum class Kind {
        None, ///< anonymous: plain CometD servers need no login
        Password, ///< Basic on one REST request, which makes the cookies (amb.md § 1.4)
        Cookies, ///< taken from a browser
    };

    Kind kind = Kind::None;
    QString user;
    QString password;
    QList<QNetworkCookie> cookies;
};

} // namespace amb
