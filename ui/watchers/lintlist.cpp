// SPDX-License-Identifier: MIT
#include "ui/watchers/lintlist.h"

#include "ui/widgets/glyph.h"
#include "ui/widgets/wording.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// Longer ones are on hover.
constexpr qsizetype longestOffer = 24;

Saying sayWeight(WatchLint::Weight weight)
{
    switch (weight) {
    case WatchLint::Weight::Refusal:
        return {Glyph::Cross, Tone::Bad, LintList::tr("Does not work")};
    case WatchLint::Weight::Warning:
        return {Glyph::Warning, Tone::Warning, LintList::tr("Warning")};
    case WatchLint::Weight::Hint:
        break;
    }
    return {Glyph::Note, Tone::Accent, LintList::tr("Hint")};
}

QString offerOf(const WatchLint &lint)
{
    return lint.betterTable ? *lint.betterTable : lint.betterQuery.value_or(QString());
}

} // namespace

LintList::LintList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    m_layout->setAlignment(Qt::AlignTop);
}

void LintList::setLints(const QList<WatchLint> &lints)
{
    QStringList texts;
    for (const WatchLint &lint : lints)
        texts.append(lint.text + u'\n' + offerOf(lint));
    if (texts == m_shown)
        return;
    m_shown = texts;
    clear();
    for (const WatchLint &lint : lints)
        m_layout->addWidget(makeRow(lint));
}

void LintList::follow(QWidget *before)
{
    const auto offers = findChildren<QPushButton *>(u"useBetter"_s);
    for (QPushButton *offer : offers)
        setTabOrder(std::exchange(before, offer), offer);
}

QWidget *LintList::makeRow(const WatchLint &lint)
{
    const Saying saying = sayWeight(lint.weight);
    auto *row = new QWidget(this);
    row->setObjectName(u"lint"_s);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *sign = new QLabel(row);
    const int side = fontMetrics().height();
    sign->setPixmap(glyphIcon(saying.glyph, saying.tone).pixmap(QSize(side, side)));
    sign->setToolTip(saying.word);
    layout->addWidget(sign, 0, Qt::AlignTop);
    auto *text = new QLabel(saying.word + u": "_s + lint.text, row);
    text->setObjectName(u"lintText"_s);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(text, 1);
    const QString offer = offerOf(lint);
    if (offer.isEmpty())
        return row;
    const QString shown =
        offer.size() <= longestOffer ? tr("Use %1").arg(offer) : tr("Use Better Query");
    auto *use = new QPushButton(menuText(shown), row);
    use->setObjectName(u"useBetter"_s);
    use->setAutoDefault(false);
    use->setToolTip(toolTipText(tr("Use %1").arg(offer)));
    use->setAccessibleName(tr("Use %1").arg(offer));
    connect(use, &QPushButton::clicked, this, [this, lint] {
        if (lint.betterTable)
            emit tableOffered(*lint.betterTable);
        else
            emit queryOffered(*lint.betterQuery);
    });
    layout->addWidget(use, 0, Qt::AlignTop);
    return row;
}

void LintList::clear()
{
    while (const std::unique_ptr<QLayoutItem> item{m_layout->takeAt(0)}) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->setParent(nullptr); // so that nobody finds it until it is gone
            widget->deleteLater();
        }
    }
}

} // namespace amb
