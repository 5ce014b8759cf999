// SPDX-License-Identifier: MIT
#pragma once

#include "core/demo/httpmessage.h"
#include "core/demo/signinfaults.h"

#include <optional>

/// The plain parts of a demo instance's web pages.
namespace amb::demopages {

HttpResponse html(const QByteArray &title, const QByteArray &body);
HttpResponse redirect(const QByteArray &to);
/// A form's field that users do not see.
QByteArray hiddenInput(const QString &name, const QString &value);
/// The cookies of a new session, as an instance sets them (amb.md § 1.5): the empty ones are
/// tombstones of “remember me”.
HttpHeaders sessionCookies(const QByteArray &sessionId);

/// What an instance that is told to answers with instead of a page or REST; nothing when it works.
std::optional<HttpResponse> instead(const HttpRequest &request, const SignInFaults &faults);
/// What a sleeping instance answers everything with.
HttpResponse hibernation();

} // namespace amb::demopages
