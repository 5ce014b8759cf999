// SPDX-License-Identifier: MIT
#include "core/bayeux/sessionnote.h"

#include "core/jsontext.h"

namespace amb {

namespace {

const char *nameOf(NoteKind kind)
{
    switch (kind) {
    case NoteKind::Transport:
        return "transport";
    case NoteKind::Gap:
        return "gap";
    case NoteKind::Refused:
        return "refused";
    case NoteKind::SessionState:
        return "session";
    case NoteKind::Silence:
        return "silence";
    }
    return "";
}

} // namespace

QByteArray noteText(NoteKind kind, const QString &text, int httpStatus)
{
    QByteArray json = QByteArray(R"({"note":")") + nameOf(kind) + R"(","text":)";
    appendJsonString(json, text.toUtf8());
    if (httpStatus != 0)
        json += ",\"httpStatus\":" + QByteArray::number(httpStatus);
    return json + '}';
}

} // namespace amb
