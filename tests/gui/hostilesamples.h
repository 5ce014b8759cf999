// SPDX-License-Identifier: MIT
#pragma once

#include "core/message.h"

#include <QByteArray>
#include <QList>

namespace amb {

/// A message that somebody wrote to do harm.
struct HostileSample
{
    const char *name;
    QByteArray raw;
    MessageKind kind = MessageKind::Event;
};

/// All kinds of them, for the test of what they do and for the bench of how long they take.
inline QList<HostileSample> hostileSamples()
{
    QList<HostileSample> samples;
    const auto add = [&samples](const char *name, const QByteArray &data) {
        samples.append({name, R"({"channel":"/a/b","data":)" + data + '}', MessageKind::Event});
    };
    add("markup", R"({"<b>x</b>":"<img src=file:///etc/passwd><script>1</script>"})");
    add("control characters", R"({"a\u0000b":"\u0000\u0007\u001b[31m\r\n\t\u007f\u0085"})");
    add("right to left", "{\"\u202e<gpj.exe\":\"\u202eabc\u2066def\",\"\u200f\":\"\u2067\"}");
    add("combining marks", '"' + QByteArray("e\u0301\u0302\u0303").repeated(5'000) + '"');
    add("a string of a megabyte", '"' + QByteArray(1'000'000, 'x') + '"');
    add("words of a megabyte", '"' + QByteArray("word ").repeated(200'000) + '"');
    add("a name of a megabyte", R"({")" + QByteArray(1'000'000, 'n') + R"(":1})");
    add("nested arrays", QByteArray(200, '[') + QByteArray(200, ']'));
    add("nested objects", QByteArray(R"({"k":)").repeated(200) + '1' + QByteArray(200, '}'));
    add("nested too deep for Qt", QByteArray(100'000, '[') + QByteArray(100'000, ']'));
    QByteArray names = "{";
    for (int i = 0; i < 10'000; ++i)
        names += (i ? ",\"n" : "\"n") + QByteArray::number(i) + "\":\"v\"";
    add("ten thousand names", names + '}');
    add("the same name", "{" + QByteArray(R"("a":1,)").repeated(10'000) + R"("a":2})");
    add("line breaks", '"' + QByteArray("\\n").repeated(100'000) + '"');
    add("a large number", QByteArray(10'000, '9'));
    add("lone surrogates", R"("\ud800 \udc00 \udfff\ud800")");
    add("invalid UTF-8", "\"\xff\xfe\xc0\xaf\xed\xa0\x80\xf8\"");
    add("not closed", R"({"a":[)");
    samples.append({"no message", "\xff\xfe<html>", MessageKind::Malformed});
    samples.append({"nothing", {}, MessageKind::Malformed});
    return samples;
}

} // namespace amb
