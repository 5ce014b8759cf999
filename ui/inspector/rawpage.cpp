// SPDX-License-Identifier: MIT
#include "ui/inspector/rawpage.h"

#include "core/oneline.h"
#include "ui/widgets/foldedtextedit.h"
#include "ui/widgets/wording.h"

#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

/// More than anybody reads at once; shown within a few milliseconds.
constexpr qsizetype shownBytes = 1'000'000;

/// The beginning of text that ends at a whole UTF-8 character.
QByteArrayView wholeCharacters(QByteArrayView text, qsizetype bytes)
{
    if (bytes >= text.size())
        return text;
    while (bytes > 0 && (uchar(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    return text.first(bytes);
}

} // namespace

RawPage::RawPage(QWidget *parent)
    : InspectorPage(parent)
    , m_text(new FoldedTextEdit(this))
    , m_partLabel(new QLabel(this))
    , m_showAllButton(new QPushButton(tr("Sh&ow All"), this))
    , m_wrapBox(new QCheckBox(tr("&Wrap lines"), this))
{
    m_text->setObjectName(u"rawText"_s);
    m_text->setAccessibleName(tr("Message as received"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_partLabel->setObjectName(u"rawPart"_s);
    m_partLabel->setTextFormat(Qt::PlainText);
    m_partLabel->setWordWrap(true);
    m_showAllButton->setObjectName(u"rawShowAll"_s);
    m_wrapBox->setObjectName(u"rawWrap"_s);
    m_wrapBox->setChecked(true);
    auto *copyButton = new QPushButton(tr("Copy &All"), this);
    copyButton->setObjectName(u"rawCopy"_s);

    auto *part = new QHBoxLayout;
    part->setContentsMargins(8, 4, 4, 4);
    part->addWidget(m_partLabel, 1);
    part->addWidget(m_showAllButton);
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(8, 4, 4, 4);
    footer->addWidget(m_wrapBox);
    footer->addStretch();
    footer->addWidget(copyButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(part);
    layout->addWidget(m_text, 1);
    layout->addLayout(footer);

    connect(m_wrapBox, &QCheckBox::toggled, this, [this](bool wraps) {
        m_text->setWraps(wraps);
        emit wrapsChanged(wraps);
    });
    connect(m_showAllButton, &QPushButton::clicked, this, [this] { showPart(m_message.size()); });
    connect(copyButton, &QPushButton::clicked, this, &RawPage::copyAll);
    m_text->setWraps(true);
    applyFont();
    showPart(0);
}

void RawPage::setMessage(const InspectedMessage &message)
{
    m_message = message.bytes;
    showPart(shownBytes);
}

bool RawPage::wraps() const
{
    return m_wrapBox->isChecked();
}

void RawPage::setWraps(bool wraps)
{
    m_wrapBox->setChecked(wraps);
}

void RawPage::changeEvent(QEvent *event)
{
    InspectorPage::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFont();
}

void RawPage::applyFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(this->font().pointSizeF());
    m_text->setFont(font);
}

void RawPage::showPart(qsizetype bytes)
{
    const QByteArrayView shown = wholeCharacters(m_message, bytes);
    const QString text = QString::fromUtf8(shown);
    const QString visible = visibleText(text);
    m_text->setText(visible);
    const bool isPart = shown.size() < m_message.size();
    m_showAllButton->setVisible(isPart);
    QStringList words;
    if (isPart)
        words.append(tr("The first %1 of %2 are shown.")
                         .arg(sizeText(shown.size()), sizeText(m_message.size())));
    else if (m_text->isFolded())
        words.append(tr("Very long lines are folded to stay quick. "
                        "Copying gives them as received."));
    if (visible.size() != text.size())
        words.append(tr("Characters that cannot be seen or that turn the writing direction are "
                        "written as \\u202e here; Copy All gives them as received."));
    m_partLabel->setText(words.join(u' '));
    m_partLabel->setVisible(!words.isEmpty());
}

void RawPage::copyAll()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_message));
}

} // namespace amb
