// SPDX-License-Identifier: MIT
#include "app/catoptions.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::CatOptions)
};

Error wrong(const QString &words)
{
    return {ErrorKind::Input, words, {}};
}

/// A JSON text from --data: as it stands, or of the file behind an `@`.
Result<QByteArray> dataOf(const QString &text)
{
    QByteArray data = text.toUtf8();
    QString source = Words::tr("--data");
    if (text.startsWith(u'@')) {
        source = text.mid(1);
        QFile file(source);
        if (!file.open(QIODevice::ReadOnly))
            return wrong(Words::tr("“%1” cannot be read: %2.").arg(source, file.errorString()));
        data = file.readAll();
    }
    // QJsonDocument takes only objects and arrays at the top; Bayeux data may be any JSON value.
    QJsonParseError error;
    QJsonDocument::fromJson('[' + data + ']', &error);
    if (data.trimmed().isEmpty())
        return wrong(Words::tr(R"(%1 is empty: give a JSON text, for example '{"text":"hello"}'.)")
                         .arg(source));
    if (error.error != QJsonParseError::NoError)
        return wrong(Words::tr("%1 is no JSON: %2 at character %3.")
                         .arg(source, error.errorString())
                         .arg(error.offset));
    return data.trimmed();
}

/// The text with the place of the problem pointed at, as compilers do.
Error wrongFilter(const QString &text, const FilterProblem &problem)
{
    const qsizetype length = std::max<qsizetype>(problem.length, 1);
    return wrong(Words::tr("--filter, character %1: %2")
                     .arg(QString::number(problem.position + 1), problem.text)
                 + u"\n  "_s + text + u"\n  "_s + QString(problem.position, u' ')
                 + QString(length, u'^'));
}

Error takesNumber(const QString &name, const QString &value)
{
    return wrong(Words::tr("%1 takes a number above 0, not “%2”.").arg(name, value));
}

} // namespace

void CatOptions::addTo(QCommandLineParser &parser)
{
    ConnectionOptions::addTo(parser);
    parser.addOptions({
        {u"publish"_s, Words::tr("Publish --data to CHANNEL."), u"CHANNEL"_s},
        {u"data"_s, Words::tr("What to publish: JSON, or @FILE."), u"JSON"_s},
        {u"n"_s, Words::tr("End after COUNT messages."), u"COUNT"_s},
        {u"t"_s, Words::tr("End after SECONDS."), u"SECONDS"_s},
        {u"format"_s, Words::tr("json, or text (the default on a terminal)."), u"FORMAT"_s},
        {u"filter"_s,
         Words::tr("Show and count only messages that match, such as 'table:incident "
                   "priority:changed'; see ambcat(1)."),
         u"EXPR"_s},
        {u"meta"_s, Words::tr("Show the protocol's own messages too.")},
        {u"record"_s, Words::tr("Append everything to the capture FILE."), u"FILE"_s},
        {u"v"_s, Words::tr("Say more on standard error.")},
        {u"q"_s, Words::tr("Say nothing on standard error but errors.")},
    });
}

Result<CatOptions> CatOptions::read(const QCommandLineParser &parser, const ProfileStore &store)
{
    auto connection = ConnectionOptions::read(parser, store);
    if (!connection)
        return connection.error();
    CatOptions options;
    options.connection = *connection;
    if (!options.connection.hasInstance())
        return wrong(Words::tr("Give the name or address of an instance, or --demo. See --help."));
    if (parser.isSet(u"publish"_s) != parser.isSet(u"data"_s))
        return wrong(Words::tr("--publish and --data go together."));
    if (parser.isSet(u"publish"_s)) {
        auto channel = ChannelName::parse(parser.value(u"publish"_s).toUtf8());
        if (!channel)
            return channel.error();
        options.publishTo = *channel;
        auto data = dataOf(parser.value(u"data"_s));
        if (!data)
            return data.error();
        options.data = *data;
    }
    std::optional<FilterProblem> problem;
    options.filter = Filter::parse(parser.value(u"filter"_s), problem);
    if (problem)
        return wrongFilter(parser.value(u"filter"_s), *problem);
    bool isNumber = true;
    if (parser.isSet(u"n"_s)) {
        options.count = parser.value(u"n"_s).toLongLong(&isNumber);
        if (!isNumber || *options.count < 1)
            return takesNumber(u"-n"_s, parser.value(u"n"_s));
    }
    if (parser.isSet(u"t"_s)) {
        const double seconds = parser.value(u"t"_s).toDouble(&isNumber);
        if (!isNumber || !(seconds > 0) || seconds > 1e6)
            return takesNumber(u"-t"_s, parser.value(u"t"_s));
        options.time = std::chrono::milliseconds(qint64(seconds * 1000));
    }
    const QString format = parser.value(u"format"_s);
    if (format.isEmpty())
        options.format = isatty(STDOUT_FILENO) ? Format::Text : Format::Json;
    else if (format == "text"_L1)
        options.format = Format::Text;
    else if (format != "json"_L1)
        return wrong(Words::tr("--format takes json or text, not “%1”.").arg(format));
    options.meta = parser.isSet(u"meta"_s);
    options.verbose = parser.isSet(u"v"_s);
    options.quiet = parser.isSet(u"q"_s);
    options.record = parser.value(u"record"_s);
    const bool hasWork = options.connection.isDemo() || !options.connection.channels().isEmpty()
        || options.publishTo || options.meta;
    if (!hasWork)
        return wrong(Words::tr("Nothing to do: give a channel with -s, or --publish, or --meta."));
    return options;
}

} // namespace amb
