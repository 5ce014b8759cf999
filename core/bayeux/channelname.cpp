// SPDX-License-Identifier: MIT
#include "core/bayeux/channelname.h"

#include <QCoreApplication>

#include <array>
#include <string_view>

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::ChannelName)
};

/// CometD's Bayeux.Validator; wider than the specification's grammar, since record watchers carry
/// base64 with `+` and the server takes it.
constexpr std::array<bool, 256> allowedBytes()
{
    std::array<bool, 256> allowed{};
    constexpr std::string_view characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                            "0123456789 !#$()*+-./@_{~}";
    for (const char c : characters)
        allowed.at(static_cast<unsigned char>(c)) = true;
    return allowed;
}

constexpr std::array<bool, 256> allowed = allowedBytes();

/// The character at an offset as people see it, also when it is more than one byte of UTF-8.
QString characterAt(QByteArrayView text, qsizetype offset)
{
    const QString rest =
        QString::fromUtf8(text.sliced(offset).first(qMin<qsizetype>(4, text.size() - offset)));
    return rest.left(rest.size() > 1 && rest.at(0).isHighSurrogate() ? 2 : 1);
}

} // namespace

Result<QByteArray> checkChannelText(QByteArrayView text)
{
    text = text.trimmed();
    const auto wrong = [](const QString &words) {
        return Error{ErrorKind::Input, words, {}};
    };
    if (text.isEmpty())
        return wrong(Words::tr("A channel name is missing: type one such as /demo/echo."));
    if (text.front() != '/')
        return wrong(Words::tr("A channel name begins with “/”, for example /%1.")
                         .arg(QString::fromUtf8(text.first(qMin<qsizetype>(text.size(), 40)))));
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!allowed.at(static_cast<unsigned char>(text[i])))
            return wrong(
                Words::tr("A channel name cannot contain “%1” (character %2). Allowed are letters, "
                          "digits, space and ! # $ ( ) * + - . / @ _ { ~ }.")
                    .arg(characterAt(text, i))
                    .arg(QString::fromUtf8(text.first(i)).size() + 1));
        if (i > 0 && text[i] == '/' && text[i - 1] == '/')
            return wrong(
                Words::tr("A channel name cannot have an empty segment (“//” at character %1).")
                    .arg(i));
    }
    const QByteArrayView trimmed = text.endsWith('/') ? text.chopped(1) : text;
    if (trimmed.size() < 2)
        return wrong(Words::tr("“/” alone is no channel: type a name after it."));
    return trimmed.toByteArray();
}

Result<ChannelName> ChannelName::parse(QByteArrayView text)
{
    auto checked = checkChannelText(text);
    if (!checked)
        return checked.error();
    const QByteArray &bytes = *checked;
    if (bytes.endsWith("/*") || bytes.endsWith("/**") || bytes.contains("/*/")
        || bytes.contains("/**/"))
        return Error{
            ErrorKind::Input,
            Words::tr("“%1” is a pattern: a message is published to one channel, without “*”.")
                .arg(QString::fromUtf8(bytes)),
            {}};
    return ChannelName(bytes);
}

bool ChannelName::isMeta() const
{
    return m_bytes.startsWith("/meta/");
}

bool ChannelName::isService() const
{
    return m_bytes.startsWith("/service/");
}

} // namespace amb
