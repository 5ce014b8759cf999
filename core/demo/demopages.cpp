// SPDX-License-Identifier: MIT
#include "core/demo/demopages.h"

#include "core/demo/demosessions.h"

namespace amb::demopages {

namespace {

constexpr auto elsewhere = "https://sso.example/saml2?SAMLRequest=fVJNb9wgEP0rK";

HttpResponse tooManyRequests(const SignInFaults &faults)
{
    HttpResponse response;
    response.status = 429;
    response.body = R"({"error":{"message":"Rate limit exceeded","detail":)"
                    R"("Rejected by the rate limit rule"},"status":"failure"})";
    if (faults.retryAfter.count() > 0)
        response.headers.emplaceBack("Retry-After", QByteArray::number(faults.retryAfter.count()));
    return response;
}

HttpResponse errorPage()
{
    HttpResponse response =
        html("Error Page Exception", "<h1>Error</h1><p>The page cannot be processed.</p>");
    response.status = 500;
    return response;
}

/// A page whose form the browser sends by itself, as SAML's POST binding does it.
HttpResponse selfPostingForm()
{
    return html("Single sign-on",
                R"(<form method="post" action="https://sso.example/saml2">)"
                R"(<input type="hidden" name="SAMLRequest" value="fVJNb9wgEP0rK">)"
                R"(<noscript><button>Go on</button></noscript></form>)"
                R"(<script>document.forms[0].submit();</script>)");
}

} // namespace

HttpResponse html(const QByteArray &title, const QByteArray &body)
{
    HttpResponse response;
    response.contentType = "text/html;charset=UTF-8";
    response.body = "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head><body>\n"
        + body + "\n</body></html>\n";
    return response;
}

HttpResponse redirect(const QByteArray &to)
{
    HttpResponse response =
        html("Moved", "<a href=\"" + to.toPercentEncoding(":/?&=%.") + "\">Go on</a>");
    response.status = 302;
    response.headers.emplaceBack("Location", to);
    return response;
}

QByteArray hiddenInput(const QString &name, const QString &value)
{
    return QStringLiteral(R"(<input type="hidden" name="%1" value="%2">)")
               .arg(name.toHtmlEscaped(), value.toHtmlEscaped())
               .toUtf8()
        + '\n';
}

HttpHeaders sessionCookies(const QByteArray &sessionId)
{
    const auto tombstone = [](const QByteArray &name) {
        return name + R"(=""; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:10 GMT; Path=/; HttpOnly)";
    };
    constexpr QByteArrayView hex = "0123456789abcdef";
    return {{"Set-Cookie", "JSESSIONID=" + sessionId + "; Path=/; HttpOnly"},
            {"Set-Cookie", tombstone("glide_user")},
            {"Set-Cookie", tombstone("glide_user_session")},
            {"Set-Cookie",
             "glide_user_route=glide." + randomText(32, hex)
                 + "; Max-Age=2147483647; Path=/; HttpOnly"},
            {"Set-Cookie",
             "glide_session_store=" + randomText(32, hex).toUpper() + "; Path=/; HttpOnly"}};
}

std::optional<HttpResponse> instead(const HttpRequest &request, const SignInFaults &faults)
{
    using Mode = SignInFaults::Mode;
    const bool isPage = request.path == "/login.do" || request.path == "/home.do";
    switch (faults.mode) {
    case Mode::None:
        break;
    case Mode::SingleSignOn:
        if (isPage)
            return redirect(elsewhere);
        break;
    case Mode::SingleSignOnForm:
        if (isPage)
            return selfPostingForm();
        break;
    case Mode::RateLimit:
        return tooManyRequests(faults);
    case Mode::Hibernating:
        return hibernation();
    case Mode::ErrorPage:
        return errorPage();
    }
    return std::nullopt;
}

HttpResponse hibernation()
{
    // The title is that of real ones; blanks around it as well.
    return html("\n   Instance Hibernating page\n ",
                "<h1>Your instance is hibernating</h1><p>Sign in to the developer site to wake "
                "it.</p>");
}

} // namespace amb::demopages
