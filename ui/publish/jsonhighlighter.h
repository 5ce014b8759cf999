// SPDX-License-Identifier: MIT
#pragma once

#include <QSyntaxHighlighter>

namespace amb {

/// Tells names, texts, numbers, words and placeholders of JSON apart while it is written. Colours
/// follow the palette; names are bold besides.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override;

private:
    qsizetype highlightString(const QString &text, qsizetype begin);
    void highlightPlaceholders(const QString &text);
};

} // namespace amb
