// SPDX-License-Identifier: MIT
#include "ui/messages/messagetext.h"

#include "core/capture/capturestore.h"
#include "core/jsonreader.h"
#include "core/jsontext.h"
#include "ui/messages/messagemodel.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// What can be published again: a delivery or a publish, with its data.
struct Publishing
{
    QByteArray channel;
    QByteArray data;
};

std::optional<Publishing> publishingOf(const CaptureStore &store, Row row)
{
    const RowInfo info = store.info(row);
    if (info.kind != MessageKind::Event && info.kind != MessageKind::Publish)
        return {};
    const QByteArray message = store.message(row);
    if (checkJson(message))
        return {};
    return Publishing{store.channelName(info.channel), jsonMember(message, "data").toByteArray()};
}

QString ambcatCommand(const Publishing &publishing, const CommandTarget &target)
{
    return u"ambcat %1 --publish %2 --data %3"_s.arg(
        shellWord(target.address),
        shellWord(QString::fromUtf8(publishing.channel)),
        shellWord(QString::fromUtf8(publishing.data)));
}

QString curlCommand(const Publishing &publishing, const CommandTarget &target)
{
    const QByteArray body = R"([{"channel":)" + jsonString(publishing.channel) + R"(,"data":)"
        + publishing.data + R"(,"id":"1","clientId":)" + jsonString(target.clientId.toUtf8())
        + "}]";
    return u"curl -X POST %1 -b cookies.txt -H 'Content-Type: application/json;charset=UTF-8' "
           "--data-raw %2"_s.arg(shellWord(target.bayeuxUrl.toString()),
                                 shellWord(QString::fromUtf8(body)));
}

QString textLine(const MessageModel &model, int index)
{
    const MessageModel::Line &line = model.line(index);
    return QStringList{line.time, line.kind.word, line.channel, line.summary}.join(u'\t');
}

} // namespace

QString copyText(const MessageModel &model,
                 const QList<Row> &rows,
                 CopyForm form,
                 const CommandTarget &target)
{
    QStringList lines;
    for (const Row row : rows) {
        switch (form) {
        case CopyForm::Raw:
        case CopyForm::JsonArray:
            lines.append(QString::fromUtf8(model.store().message(row)));
            break;
        case CopyForm::Text:
            lines.append(textLine(model, model.indexOf(row)));
            break;
        case CopyForm::Curl:
            if (const auto publishing = publishingOf(model.store(), row))
                lines.append(curlCommand(*publishing, target));
            break;
        case CopyForm::Ambcat:
            if (const auto publishing = publishingOf(model.store(), row))
                lines.append(ambcatCommand(*publishing, target));
            break;
        }
    }
    if (lines.isEmpty())
        return {};
    if (form == CopyForm::JsonArray)
        return u"[\n"_s + lines.join(u",\n"_s) + u"\n]\n"_s;
    return lines.join(u'\n') + (lines.size() > 1 ? u"\n"_s : QString());
}

QString shellWord(const QString &text)
{
    QString quoted = text;
    return u'\'' + quoted.replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace amb
