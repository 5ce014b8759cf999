// SPDX-License-Identifier: MIT
#include "app/signinoptions.h"

#include "app/profileoptions.h"

#include <QCoreApplication>

#include <array>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::SignInOptions)
};

using Way = Credentials::Kind;

Error wrong(const QString &words)
{
    return {ErrorKind::Input, words, {}};
}

/// A secret, the options that name its file and its environment variable.
struct SecretOption
{
    QLatin1StringView file;
    QLatin1StringView environment; ///< empty: none
    QString ProfileSecrets::*secret;
};

constexpr std::array secretOptions{
    SecretOption{"password-file"_L1, "password-env"_L1, &ProfileSecrets::password},
    SecretOption{"token-file"_L1, "token-env"_L1, &ProfileSecrets::token},
    SecretOption{"client-secret-file"_L1, "client-secret-env"_L1, &ProfileSecrets::clientSecret},
    SecretOption{"refresh-token-file"_L1, "refresh-token-env"_L1, &ProfileSecrets::refreshToken},
    SecretOption{"passphrase-file"_L1, "passphrase-env"_L1, &ProfileSecrets::keyPassphrase},
};

Result<QString> firstLineOf(const QString &path, QLatin1StringView option)
{
    const auto content = contentOf(path);
    if (!content)
        return content.error();
    QString line = QString::fromUtf8(*content).section(u'\n', 0, 0);
    if (line.endsWith(u'\r'))
        line.chop(1);
    if (line.isEmpty())
        return wrong(Words::tr("The first line of “%1” is empty: --%2 takes the secret from there.")
                         .arg(path, option));
    return line;
}

Result<QString> variableOf(const QString &name, QLatin1StringView option)
{
    const QString value = qEnvironmentVariable(name.toLocal8Bit().constData());
    if (value.isEmpty())
        return wrong(Words::tr("The environment variable “%1”, which --%2 names, is not set or "
                               "empty.")
                         .arg(name, option));
    return value;
}

std::optional<Error> readSecret(const QCommandLineParser &parser,
                                const SecretOption &option,
                                ProfileSecrets &secrets)
{
    if (parser.isSet(option.file) && parser.isSet(option.environment))
        return wrong(
            Words::tr("Give --%1 or --%2, not both.").arg(option.file, option.environment));
    Result<QString> value = QString();
    if (parser.isSet(option.file))
        value = firstLineOf(parser.value(option.file), option.file);
    else if (parser.isSet(option.environment))
        value = variableOf(parser.value(option.environment), option.environment);
    if (!value)
        return value.error();
    if (!value->isEmpty())
        secrets.*option.secret = *value;
    return {};
}

bool isGiven(const QCommandLineParser &parser, QLatin1StringView what)
{
    return parser.isSet(what + "-file"_L1) || parser.isSet(what + "-env"_L1);
}

/// The way that the other options make clear, where none is named.
std::optional<Way> impliedWay(const QCommandLineParser &parser)
{
    if (parser.isSet(u"cookie-file"_s))
        return Way::Cookies;
    if (isGiven(parser, "token"_L1))
        return Way::BearerToken;
    if (isGiven(parser, "refresh-token"_L1))
        return Way::OAuthRefreshToken;
    if (parser.isSet(u"client-id"_s))
        return isGiven(parser, "password"_L1) ? Way::OAuthPassword : Way::OAuthClientCredentials;
    if (parser.isSet(u"certificate"_s))
        return Way::ClientCertificate;
    if (isGiven(parser, "password"_L1) || parser.isSet(u"user"_s))
        return Way::Password;
    return {};
}

std::optional<Error> readWay(const QCommandLineParser &parser, SignInChoice &choice)
{
    if (parser.isSet(u"sign-in"_s)) {
        const auto way = wayFromWord(parser.value(u"sign-in"_s));
        if (!way)
            return wrong(Words::tr("--sign-in takes one of %1, not “%2”.")
                             .arg(wayWords().join(u", "_s), parser.value(u"sign-in"_s)));
        choice.way = *way;
        return {};
    }
    if (parser.isSet(u"user"_s) && parser.isSet(u"cookie-file"_s))
        return wrong(Words::tr("Give --user or --cookie-file, not both."));
    const auto implied = impliedWay(parser);
    // A saved instance with user and password keeps its way when only these are given anew.
    const bool fits = implied == Way::Password
        && (choice.way == Way::FormLogin || choice.way == Way::OAuthPassword);
    if (implied && !fits)
        choice.way = *implied;
    return {};
}

} // namespace

void addSignInOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"sign-in"_s,
         Words::tr("How: %1. Clear from the options below in most cases.")
             .arg(wayWords().join(u", "_s)),
         u"WAY"_s},
        {u"user"_s, Words::tr("Sign in as NAME."), u"NAME"_s},
        {u"password-file"_s, Words::tr("The password is the first line of FILE."), u"FILE"_s},
        {u"password-env"_s,
         Words::tr("The password is in the environment variable VAR."),
         u"VAR"_s},
        {u"cookie-file"_s,
         Words::tr("Use a browser's cookies: a Cookie header, a cURL command or a Netscape cookie "
                   "file."),
         u"FILE"_s},
        {u"token-file"_s, Words::tr("An OAuth access token is the first line of FILE."), u"FILE"_s},
        {u"token-env"_s, Words::tr("The token is in the environment variable VAR."), u"VAR"_s},
        {u"client-id"_s, Words::tr("The instance's OAuth application."), u"ID"_s},
        {u"client-secret-file"_s, Words::tr("Its secret is the first line of FILE."), u"FILE"_s},
        {u"client-secret-env"_s, Words::tr("Its secret is in VAR."), u"VAR"_s},
        {u"refresh-token-file"_s, Words::tr("A refresh token, in FILE."), u"FILE"_s},
        {u"refresh-token-env"_s, Words::tr("A refresh token, in VAR."), u"VAR"_s},
        {u"certificate"_s, Words::tr("The client certificate in FILE (PEM)."), u"FILE"_s},
        {u"key"_s, Words::tr("Its private key, where it is not in the same file."), u"FILE"_s},
        {u"passphrase-file"_s, Words::tr("The key's passphrase, in FILE."), u"FILE"_s},
        {u"passphrase-env"_s, Words::tr("The key's passphrase, in VAR."), u"VAR"_s},
    });
}

std::optional<Error> readSignInOptions(const QCommandLineParser &parser,
                                       SignInChoice &choice,
                                       ProfileSecrets &secrets)
{
    if (auto error = readWay(parser, choice))
        return error;
    for (const auto &[option, target] : {std::pair{u"user"_s, &choice.user},
                                         std::pair{u"client-id"_s, &choice.clientId},
                                         std::pair{u"certificate"_s, &choice.certificateFile},
                                         std::pair{u"key"_s, &choice.keyFile}}) {
        if (parser.isSet(option))
            *target = parser.value(option);
    }
    for (const SecretOption &option : secretOptions) {
        if (auto error = readSecret(parser, option, secrets))
            return error;
    }
    if (parser.isSet(u"cookie-file"_s)) {
        const auto content = contentOf(parser.value(u"cookie-file"_s));
        if (!content)
            return content.error();
        secrets.cookies = QString::fromUtf8(*content);
    }
    return {};
}

QString usageError(const QCommandLineParser &parser)
{
    const QStringList unknown = parser.unknownOptionNames();
    for (const QString &secret :
         {u"password"_s, u"token"_s, u"client-secret"_s, u"refresh-token"_s, u"passphrase"_s}) {
        if (unknown.contains(secret))
            return Words::tr("There is no --%1: others can read what is on a command line. Give "
                             "--%1-file FILE or --%1-env VAR, and change what you have just shown.")
                .arg(secret);
    }
    return parser.errorText() + u" See --help."_s;
}

QString adviceFor(Credentials::Kind way)
{
    switch (way) {
    case Way::Password:
    case Way::FormLogin:
        return Words::tr("Give --user, and --password-file or --password-env (a password on the "
                         "command line could be seen by others).");
    case Way::OAuthPassword:
        return Words::tr("Give --user, --client-id, and files or variables with password and "
                         "client secret.");
    case Way::OAuthClientCredentials:
        return Words::tr("Give --client-id, and --client-secret-file or --client-secret-env.");
    case Way::OAuthRefreshToken:
        return Words::tr("Give --client-id, --client-secret-file and --refresh-token-file.");
    case Way::BearerToken:
        return Words::tr("Give --token-file or --token-env.");
    case Way::Cookies:
        return Words::tr("Give --cookie-file.");
    case Way::ClientCertificate:
        return Words::tr("Give --certificate.");
    case Way::OAuthBrowser:
        return Words::tr("Give --client-id.");
    case Way::None:
        break;
    }
    return {};
}

} // namespace amb
