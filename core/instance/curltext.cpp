// SPDX-License-Identifier: MIT
#include "core/instance/curltext.h"

#include "core/instance/shellwords.h"

#include <QCoreApplication>

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::CookieText)
};

Error wrong(const QString &words)
{
    return {ErrorKind::Input, words, {}};
}

/// Chrome escapes every quote for cmd; older tools leave them plain and quote with " alone.
bool isForCmd(QByteArrayView text)
{
    const qsizetype quote = text.indexOf('"');
    const qsizetype apostrophe = text.indexOf('\'');
    return text.contains("^\"") || text.contains("^\n") || text.contains("^\r\n")
        || (quote >= 0 && apostrophe < 0 && !text.contains("\\\n"));
}

/// The value of a word such as "Cookie: a=b" or of what follows -H.
void takeHeader(const QByteArray &header, CurlCommand &command)
{
    if (header.toLower().startsWith("cookie:"))
        command.cookies += header.mid(7).trimmed();
}

/// The value of an option, given as `-b VALUE`, `-bVALUE`, `--cookie VALUE` or `--cookie=VALUE`.
const QByteArray *valueOf(const QByteArrayList &words,
                          qsizetype &at,
                          const QByteArray &brief,
                          const QByteArray &full,
                          QByteArray &joined)
{
    const QByteArray &word = words.at(at);
    if (word == brief || word == full)
        return at + 1 < words.size() ? &words.at(++at) : nullptr;
    if (word.startsWith(full + '='))
        joined = word.mid(full.size() + 1);
    else if (word.startsWith(brief) && !word.startsWith("--"))
        joined = word.mid(brief.size());
    else
        return nullptr;
    return &joined;
}

} // namespace

bool isCurlCommand(QByteArrayView text)
{
    const QByteArray begin =
        text.trimmed().first(std::min<qsizetype>(text.trimmed().size(), 9)).toByteArray().toLower();
    return begin.startsWith("curl ") || begin.startsWith("curl\t") || begin.startsWith("curl.exe ");
}

Result<CurlCommand> parseCurlCommand(QByteArrayView text)
{
    const auto words = isForCmd(text) ? cmdWords(text) : bashWords(text);
    if (!words)
        return wrong(Words::tr("The curl command ends within a quotation: copy the whole of it."));
    CurlCommand command;
    for (qsizetype i = 1; i < words->size(); ++i) {
        QByteArray joined;
        if (const QByteArray *header = valueOf(*words, i, "-H", "--header", joined)) {
            takeHeader(*header, command);
        } else if (const QByteArray *cookie = valueOf(*words, i, "-b", "--cookie", joined)) {
            if (!cookie->contains('='))
                return wrong(Words::tr("The curl command reads its cookies from a file: give that "
                                       "file instead."));
            command.cookies += *cookie;
        } else if (const QByteArray &word = words->at(i);
                   word.contains("://") && command.url.isEmpty()) {
            command.url = QUrl::fromEncoded(word);
        }
    }
    if (command.cookies.isEmpty())
        return wrong(Words::tr("The curl command sends no cookies: copy it from a request to the "
                               "instance that was made while you were signed in (in Firefox and "
                               "Chrome: Network, a request, Copy as cURL)."));
    return command;
}

} // namespace amb
