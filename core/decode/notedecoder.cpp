// SPDX-License-Identifier: MIT
#include "core/decode/notedecoder.h"

#include "core/decode/fieldlist.h"
#include "core/decode/jsonwords.h"

#include <QCoreApplication>

namespace amb {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::Decoders)
};

/// The kinds of notes, see core/bayeux/sessionnote.h and the capture's own.
QString kindWords(const QString &note)
{
    if (note == "transport"_L1)
        return Words::tr("transport chosen, lost or tried");
    if (note == "gap"_L1)
        return Words::tr("messages may have been missed");
    if (note == "refused"_L1)
        return Words::tr("a subscription or publish was refused");
    if (note == "session"_L1)
        return Words::tr("the session's state");
    if (note == "silence"_L1)
        return Words::tr("nothing came on a channel for as long as you wanted to know of");
    if (note == "damaged"_L1)
        return Words::tr("damaged lines of a capture");
    return oneLine(note, 100);
}

} // namespace

bool NoteDecoder::claims(const ParsedMessage &message) const
{
    return message.kind == MessageKind::Note;
}

DecodedMessage NoteDecoder::decode(const ParsedMessage &message,
                                   const RecordHistory & /*history*/) const
{
    DecodedMessage decoded;
    decoded.family = Words::tr("Note of the monitor");
    decoded.sentence = lineOf(message.envelope.value("text"_L1), DecodedMessage::longestSentence);
    FieldList fields;
    const QString note = message.envelope.value("note"_L1).toString();
    fields.add(u"text"_s, Words::tr("What happened"), message.envelope.value("text"_L1));
    fields.add(u"note"_s, Words::tr("About"), {kindWords(note), oneLine(note, 100)});
    fields.addRest(message.envelope);
    fields.moveInto(decoded);
    return decoded;
}

} // namespace amb
