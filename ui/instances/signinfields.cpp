// SPDX-License-Identifier: MIT
#include "ui/instances/signinfields.h"

#include "core/instance/cookietext.h"
#include "ui/instances/signinways.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/pathfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace amb {

using Way = Credentials::Kind;

namespace {

/// In the order in which they are offered: the most likely ones first.
const QList<Way> &waysOffered()
{
    static const QList<Way> ways{Way::Password,
                                 Way::FormLogin,
                                 Way::Cookies,
                                 Way::OAuthBrowser,
                                 Way::OAuthPassword,
                                 Way::OAuthClientCredentials,
                                 Way::OAuthRefreshToken,
                                 Way::BearerToken,
                                 Way::ClientCertificate,
                                 Way::None};
    return ways;
}

} // namespace

SignInFields::SignInFields(FormRows &rows, QObject *parent)
    : QObject(parent)
    , m_rows(rows)
    , m_way(new QComboBox)
    , m_user(new QLineEdit)
    , m_password(new QLineEdit)
    , m_token(new QLineEdit)
    , m_clientId(new QLineEdit)
    , m_clientSecret(new QLineEdit)
    , m_refreshToken(new QLineEdit)
    , m_cookies(new QPlainTextEdit)
    , m_certificate(new PathField(u"profileCertificate"_s, tr("Certificate")))
    , m_key(new PathField(u"profileKey"_s, tr("Private key")))
    , m_passphrase(new QLineEdit)
    , m_remember(new QCheckBox(tr("&Remember in the keychain")))
{
    build();
    connect(m_way, &QComboBox::currentIndexChanged, this, [this] {
        m_touched.clear();
        showWay();
        emit changed();
    });
    connect(m_remember, &QCheckBox::toggled, this, [this] {
        showRemember();
        emit changed();
    });
    showWay();
}

void SignInFields::build()
{
    m_way->setObjectName(u"profileWay"_s);
    for (const Way each : waysOffered())
        m_way->addItem(sayWay(each).name, int(each));
    m_rows.add(tr("Sign &in with:"), m_way);
    addLine(m_user, "profileUser", tr("&User:"), false);
    addLine(m_password, "profilePassword", tr("&Password:"), true);
    addLine(m_clientId, "profileClientId", tr("Client I&D:"), false);
    addLine(m_clientSecret, "profileClientSecret", tr("Client se&cret:"), true);
    addLine(m_refreshToken, "profileRefreshToken", tr("Re&fresh token:"), true);
    addLine(m_token, "profileToken", tr("Access &token:"), true);
    m_cookies->setObjectName(u"profileCookies"_s);
    m_cookies->setTabChangesFocus(true);
    m_cookies->setFixedHeight(m_cookies->fontMetrics().lineSpacing() * 5);
    m_rows.add(tr("&Cookies:"), m_cookies);
    m_all.append(m_cookies);
    connect(m_cookies, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_touched.contains(m_cookies))
            m_touched.append(m_cookies);
        emit changed();
    });
    addPath(m_certificate, tr("&Certificate:"));
    addPath(m_key, tr("Private ke&y:"));
    m_key->setPlaceholderText(tr("in the certificate's file"));
    addLine(m_passphrase, "profilePassphrase", tr("Key's passp&hrase:"), true);
    m_passphrase->setPlaceholderText(tr("none"));
    m_remember->setObjectName(u"profileRemember"_s);
    m_rows.add(m_remember);
}

void SignInFields::addLine(QLineEdit *line,
                           const char *objectName,
                           const QString &label,
                           bool isSecret)
{
    line->setObjectName(QLatin1StringView(objectName));
    if (isSecret)
        line->setEchoMode(QLineEdit::Password);
    m_rows.add(label, line);
    m_all.append(line);
    connect(line, &QLineEdit::textEdited, this, [this, line] {
        if (!m_touched.contains(line))
            m_touched.append(line);
    });
    connect(line, &QLineEdit::textChanged, this, &SignInFields::changed);
}

void SignInFields::addPath(PathField *field, const QString &label)
{
    m_rows.add(label, field);
    m_all.append(field);
    connect(field, &PathField::changed, this, &SignInFields::changed);
}

void SignInFields::setChoice(const SignInChoice &choice)
{
    m_way->setCurrentIndex(std::max(0, m_way->findData(int(choice.way))));
    m_user->setText(choice.user);
    m_clientId->setText(choice.clientId);
    m_certificate->setPath(choice.certificateFile);
    m_key->setPath(choice.keyFile);
    m_remember->setChecked(choice.remembers);
    showWay();
}

SignInChoice SignInFields::choice() const
{
    SignInChoice choice;
    choice.way = way();
    choice.user = m_user->text().trimmed();
    choice.clientId = m_clientId->text().trimmed();
    choice.certificateFile = m_certificate->path();
    choice.keyFile = m_key->path();
    choice.remembers = m_remember->isEnabled() && m_remember->isChecked();
    return choice;
}

ProfileSecrets SignInFields::typed() const
{
    ProfileSecrets secrets;
    const QList<QWidget *> used = fieldsOf(way());
    const auto textOf = [&used](QLineEdit *line) {
        return used.contains(line) ? line->text() : QString();
    };
    secrets.password = textOf(m_password);
    secrets.token = textOf(m_token).trimmed();
    secrets.clientSecret = textOf(m_clientSecret).trimmed();
    secrets.refreshToken = textOf(m_refreshToken).trimmed();
    secrets.keyPassphrase = textOf(m_passphrase);
    if (used.contains(m_cookies))
        secrets.cookies = m_cookies->toPlainText().trimmed();
    return secrets;
}

void SignInFields::setKept(const ProfileSecrets &kept)
{
    m_kept = kept;
    const auto show = [](QLineEdit *line, const QString &secret) {
        line->setPlaceholderText(secret.isEmpty() ? QString() : tr("kept; type to replace it"));
    };
    show(m_password, kept.password);
    show(m_token, kept.token);
    show(m_clientSecret, kept.clientSecret);
    if (way() == Way::OAuthBrowser && kept.clientSecret.isEmpty())
        m_clientSecret->setPlaceholderText(tr("none, for a public client"));
    show(m_refreshToken, kept.refreshToken);
    m_cookies->setPlaceholderText(kept.cookies.isEmpty() ? tr("JSESSIONID=…; glide_user_route=…")
                                                         : tr("kept; paste to replace them"));
}

void SignInFields::setKeychainTrouble(const QString &why)
{
    m_knowsKeychain = true;
    m_keychainTrouble = why;
    showRemember();
}

void SignInFields::setProxyHasSecret(bool has)
{
    m_proxyHasSecret = has;
    showRemember();
}

QWidget *SignInFields::check(bool all)
{
    QWidget *first = nullptr;
    for (QWidget *field : fieldsOf(way())) {
        const bool isShown = all || m_touched.contains(field);
        const QString trouble = isShown ? troubleOf(field) : QString();
        m_rows.note(field)->setTrouble(trouble);
        if (first == nullptr && !trouble.isEmpty())
            first = field;
    }
    return first;
}

QWidget *SignInFields::firstEmpty() const
{
    for (QWidget *field : fieldsOf(way())) {
        if (!troubleOf(field).isEmpty())
            return field;
    }
    return m_way;
}

void SignInFields::showWay()
{
    m_rows.note(m_way)->setHint(sayWay(way()).hint);
    const QList<QWidget *> used = fieldsOf(way());
    for (QWidget *field : std::as_const(m_all))
        m_rows.setVisible(field, used.contains(field));
    m_rows.note(m_clientId)
        ->setHint(way() == Way::OAuthBrowser
                      ? tr("Of an OAuth application in the instance with the redirect URL "
                           "http://127.0.0.1:%1/oauth")
                            .arg(OAuthApplication().redirectPort)
                      : QString());
    setKept(m_kept);
    showRemember();
}

void SignInFields::showRemember()
{
    const bool hasSecret = way() != Way::None || m_proxyHasSecret;
    m_rows.setVisible(m_remember, hasSecret);
    m_remember->setEnabled(m_knowsKeychain && m_keychainTrouble.isEmpty());
    QString hint;
    if (!m_keychainTrouble.isEmpty())
        hint = tr("%1 What you type is kept for this run only.").arg(m_keychainTrouble);
    else if (m_knowsKeychain && !m_remember->isChecked())
        hint = tr("What you type is kept for this run only.");
    m_rows.note(m_remember)->setHint(hint);
}

Way SignInFields::way() const
{
    return Way(m_way->currentData().toInt());
}

QList<QWidget *> SignInFields::fieldsOf(Way which) const
{
    switch (which) {
    case Way::None:
        return {};
    case Way::Password:
    case Way::FormLogin:
        return {m_user, m_password};
    case Way::BearerToken:
        return {m_token};
    case Way::OAuthPassword:
        return {m_user, m_password, m_clientId, m_clientSecret};
    case Way::OAuthClientCredentials:
    case Way::OAuthBrowser:
        return {m_clientId, m_clientSecret};
    case Way::OAuthRefreshToken:
        return {m_clientId, m_clientSecret, m_refreshToken};
    case Way::Cookies:
        return {m_cookies};
    case Way::ClientCertificate:
        return {m_certificate, m_key, m_passphrase};
    }
    return {};
}

QString SignInFields::troubleOf(const QWidget *field) const
{
    const auto isEmpty = [](const QLineEdit *line, const QString &kept) {
        return line->text().trimmed().isEmpty() && kept.isEmpty();
    };
    if (field == m_user && isEmpty(m_user, {}))
        return tr("Type the user's name.");
    if (field == m_password && isEmpty(m_password, m_kept.password))
        return tr("Type the password.");
    if (field == m_token && isEmpty(m_token, m_kept.token))
        return tr("Paste an access token of the instance.");
    if (field == m_clientId && isEmpty(m_clientId, {}))
        return tr("Type the client ID of the instance's OAuth application.");
    if (field == m_clientSecret && way() != Way::OAuthBrowser
        && isEmpty(m_clientSecret, m_kept.clientSecret))
        return tr("Type the client secret of the instance's OAuth application.");
    if (field == m_refreshToken && isEmpty(m_refreshToken, m_kept.refreshToken))
        return tr("Paste a refresh token of the instance.");
    if (field == m_cookies) {
        const QString cookies = m_cookies->toPlainText().trimmed();
        if (cookies.isEmpty() && m_kept.cookies.isEmpty())
            return tr("Paste the cookies of a browser that is signed in to the instance.");
        const auto parsed = parseCookieText(cookies.toUtf8());
        return parsed || cookies.isEmpty() ? QString() : parsed.error().text;
    }
    if (field == m_certificate && m_certificate->path().isEmpty())
        return tr("Choose the file with the certificate (PEM or PKCS#12).");
    return {};
}

} // namespace amb
