// SPDX-License-Identifier: MIT
#include "ui/widgets/notewords.h"

#include "core/jsonreader.h"

#include <QCoreApplication>

namespace amb {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(amb::NoteWords)
};

Saying sayAbout(QByteArrayView about)
{
    if (about == "\"gap\"")
        return {Glyph::Warning, Tone::Warning, Words::tr("gap")};
    if (about == "\"damaged\"")
        return {Glyph::Warning, Tone::Warning, Words::tr("damaged")};
    if (about == "\"refused\"")
        return {Glyph::Cross, Tone::Bad, Words::tr("refused")};
    if (about == "\"silence\"")
        return {Glyph::Waiting, Tone::Warning, Words::tr("silence")};
    if (about == "\"transport\"")
        return {Glyph::Note, Tone::Accent, Words::tr("transport")};
    if (about == "\"session\"")
        return {Glyph::Note, Tone::Accent, Words::tr("session")};
    return {Glyph::Note, Tone::Accent, Words::tr("note")};
}

} // namespace

NoteWords NoteWords::parse(QByteArrayView message)
{
    const QByteArrayView about = jsonMember(message, "note");
    const QByteArrayView text = jsonMember(message, "text");
    NoteWords words;
    words.saying = sayAbout(about);
    words.isGap = about == "\"gap\"" || about == "\"damaged\"";
    words.isRefusal = about == "\"refused\"";
    if (text.startsWith('"'))
        words.text = jsonStringText(text);
    return words;
}

} // namespace amb
