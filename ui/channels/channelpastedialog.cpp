// SPDX-License-Identifier: MIT
#include "ui/channels/channelpastedialog.h"

#include "core/oneline.h"
#include "ui/widgets/tone.h"
#include "ui/widgets/wording.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr qsizetype longestReason = 300;

QString channelsText(qsizetype count)
{
    return count == 1 ? ChannelPasteDialog::tr("1 channel")
                      : ChannelPasteDialog::tr("%1 channels").arg(numberText(count));
}

} // namespace

ChannelPasteDialog::ChannelPasteDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit)
    , m_summary(new QLabel)
    , m_problems(new QListWidget)
{
    setObjectName(u"channelPasteDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Subscribe to Many Channels"));
    auto *explanation = new QLabel(
        tr("&Channels or patterns, one a line. Lines that begin with # are passed over."));
    explanation->setBuddy(m_text);
    explanation->setWordWrap(true);
    m_text->setObjectName(u"channelPasteText"_s);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(u"/chat/**\n/rw/default/incident/…"_s);
    m_text->setMinimumSize(fontMetrics().averageCharWidth() * 64, fontMetrics().height() * 10);
    m_summary->setObjectName(u"channelPasteSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_problems->setObjectName(u"channelPasteProblems"_s);
    m_problems->setAccessibleName(tr("Lines that cannot be used"));
    m_problems->setWordWrap(true);
    m_problems->setMaximumHeight(fontMetrics().height() * 7);
    m_problems->hide();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_subscribe = buttons->addButton(tr("&Subscribe"), QDialogButtonBox::AcceptRole);
    m_subscribe->setObjectName(u"channelPasteSubscribe"_s);
    m_subscribe->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_problems);
    layout->addWidget(m_summary);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_subscribe, &QPushButton::clicked, this, &ChannelPasteDialog::submit);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ChannelPasteDialog::read);
    connect(m_problems, &QListWidget::currentRowChanged, this, &ChannelPasteDialog::goToProblem);
    read();
}

void ChannelPasteDialog::read()
{
    m_lines = ChannelLines::read(m_text->toPlainText());
    m_subscribe->setEnabled(!m_lines.patterns.isEmpty());
    m_problems->clear();
    for (const ChannelLines::Problem &problem : std::as_const(m_lines.problems))
        m_problems->addItem(
            tr("Line %1: %2").arg(numberText(problem.line), oneLine(problem.text, longestReason)));
    m_problems->setVisible(!m_lines.problems.isEmpty());
    markWrongLines();

    QStringList words;
    if (m_taken > 0)
        words.append(tr("%1 subscribed to.").arg(channelsText(m_taken)));
    if (!m_lines.patterns.isEmpty())
        words.append(tr("%1 to subscribe to.").arg(channelsText(m_lines.patterns.size())));
    if (m_lines.repeated > 0)
        words.append(tr("%1 given more than once.").arg(channelsText(m_lines.repeated)));
    if (!m_lines.problems.isEmpty())
        words.append(m_lines.problems.size() == 1
                         ? tr("1 line cannot be used; it stays here to be mended.")
                         : tr("%1 lines cannot be used; they stay here to be mended.")
                               .arg(numberText(m_lines.problems.size())));
    m_summary->setText(words.isEmpty() ? tr("Nothing to subscribe to yet.") : words.join(u' '));
}

void ChannelPasteDialog::submit()
{
    const QList<ChannelPattern> patterns = m_lines.patterns;
    if (patterns.isEmpty())
        return;
    emit subscribeRequested(patterns);
    if (m_lines.problems.isEmpty()) {
        accept();
        return;
    }
    m_taken += int(patterns.size());
    const QString text = m_text->toPlainText();
    QStringList left;
    for (const ChannelLines::Problem &problem : std::as_const(m_lines.problems))
        left.append(text.mid(problem.position, problem.length));
    m_text->setPlainText(left.join(u'\n'));
    m_text->setFocus(Qt::OtherFocusReason);
}

void ChannelPasteDialog::markWrongLines()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const ChannelLines::Problem &problem : std::as_const(m_lines.problems)) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_text->document()->findBlockByNumber(problem.line - 1));
        mark.cursor.select(QTextCursor::LineUnderCursor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(toneColor(Tone::Bad, palette()));
        marks.append(mark);
    }
    m_text->setExtraSelections(marks);
}

void ChannelPasteDialog::goToProblem(int number)
{
    if (number < 0 || number >= m_lines.problems.size())
        return;
    m_text->setTextCursor(
        QTextCursor(m_text->document()->findBlockByNumber(m_lines.problems.at(number).line - 1)));
}

} // namespace amb
