// SPDX-License-Identifier: MIT
#include "ui/publish/publisheditor.h"

#include "core/jsonreader.h"
#include "ui/publish/jsonhighlighter.h"
#include "ui/widgets/elidedlabel.h"

#include <QCompleter>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace amb {

QByteArray PublishDraft::filled(const TemplateValues &values) const
{
    return FilledTemplate(written, values).text().toUtf8().trimmed();
}

PublishEditor::PublishEditor(QWidget *parent)
    : QWidget(parent)
    , m_completions(new QStringListModel(this))
    , m_channel(new QLineEdit)
    , m_data(new QPlainTextEdit)
    , m_highlighter(new JsonHighlighter(m_data->document()))
    , m_hint(new ElidedLabel)
    , m_footer(new QHBoxLayout)
{
    build();
    applyFont();
    connect(m_channel, &QLineEdit::textChanged, this, &PublishEditor::check);
    // The highlighter changes formats, which is no change of the text.
    connect(
        m_data->document(), &QTextDocument::contentsChange, this, [this](int, int gone, int come) {
            if (gone != 0 || come != 0)
                check();
        });
    check();
}

void PublishEditor::setKnownChannels(const QStringList &channels)
{
    m_completions->setStringList(channels);
}

QString PublishEditor::channelText() const
{
    return m_channel->text();
}

QString PublishEditor::dataText() const
{
    return m_data->toPlainText();
}

void PublishEditor::setTexts(const QString &channel, const QString &json)
{
    m_channel->setText(channel);
    m_data->setPlainText(json);
}

void PublishEditor::insertText(const QString &text)
{
    m_data->insertPlainText(text);
    m_data->setFocus(Qt::OtherFocusReason);
}

void PublishEditor::focusField()
{
    QWidget *field = m_channel;
    if (checkedChannel())
        field = m_data;
    field->setFocus(Qt::ShortcutFocusReason);
}

std::optional<PublishDraft> PublishEditor::draft() const
{
    const auto channel = checkedChannel();
    if (!m_isReady || !channel)
        return {};
    return PublishDraft{*channel, m_data->toPlainText()};
}

void PublishEditor::say(const QString &text, Tone tone)
{
    m_hint->setTone(tone);
    m_hint->setText(text);
}

void PublishEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFont();
    else if (event->type() == QEvent::PaletteChange)
        m_highlighter->rehighlight();
}

void PublishEditor::build()
{
    m_channel->setObjectName(u"publishChannel"_s);
    m_channel->setAccessibleName(tr("Channel to publish to"));
    m_channel->setPlaceholderText(tr("/channel"));
    auto *completer = new QCompleter(m_completions, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_channel->setCompleter(completer);
    m_data->setObjectName(u"publishData"_s);
    m_data->setAccessibleName(tr("Data to publish, as JSON"));
    m_data->setPlaceholderText(tr(R"(JSON, such as {"text": "hello", "at": "{{now}}"})"));
    m_data->setTabChangesFocus(true);
    m_data->setMinimumHeight(36);
    m_hint->setObjectName(u"publishHint"_s);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_channel);
    layout->addWidget(m_data, 1);
    layout->addWidget(m_hint);
    layout->addLayout(m_footer);
}

void PublishEditor::applyFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(this->font().pointSizeF());
    m_channel->setFont(font);
    m_data->setFont(font);
}

Result<ChannelName> PublishEditor::checkedChannel() const
{
    auto channel = ChannelName::parse(m_channel->text().trimmed().toUtf8());
    if (channel && channel->isMeta())
        return Error{ErrorKind::Input,
                     tr("Channels under /meta are the protocol's own; "
                        "nothing can be published there."),
                     {}};
    return channel;
}

void PublishEditor::check()
{
    const bool hasData = !m_data->toPlainText().trimmed().isEmpty();
    QString trouble = checkData();
    const auto channel = checkedChannel();
    const bool hasChannel = !m_channel->text().trimmed().isEmpty();
    m_isReady = channel.ok() && hasData && trouble.isEmpty();
    if (!channel && hasChannel)
        trouble = tr("Channel: %1").arg(channel.error().text);
    if (trouble.isEmpty())
        say(hint(hasChannel, hasData), Tone::Quiet);
    else
        say(trouble, Tone::Bad);
    emit changed();
}

QString PublishEditor::checkData()
{
    m_data->setExtraSelections({});
    const QString written = m_data->toPlainText();
    if (written.trimmed().isEmpty())
        return {};
    const FilledTemplate filled(written, {.time = now(), .user = {}, .number = 1});
    const QByteArray json = filled.text().toUtf8();
    const auto error = checkJson(json);
    if (!error)
        return {};
    const qsizetype at = filled.writtenAt(QString::fromUtf8(json.first(error->offset)).size());
    const QByteArray before = written.left(at).toUtf8();
    const TextPosition position = positionOf(before, before.size());
    markError(at);
    return tr("Line %1, column %2: %3.")
        .arg(QString::number(position.line), QString::number(position.column), error->text);
}

void PublishEditor::markError(qsizetype position)
{
    const qsizetype size = m_data->document()->characterCount() - 1;
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(m_data->document());
    // At the end of the text there is no character to underline; take the one before.
    mark.cursor.setPosition(
        int(std::clamp<qsizetype>(position, 0, std::max<qsizetype>(0, size - 1))));
    mark.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
    mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    mark.format.setUnderlineColor(toneColor(Tone::Bad, palette()));
    m_data->setExtraSelections({mark});
}

QString PublishEditor::hint(bool hasChannel, bool hasData) const
{
    if (!hasChannel || !hasData)
        return tr("Fill in a channel and JSON data to send.");
    const FilledTemplate filled(m_data->toPlainText(), {});
    if (!filled.unknown().isEmpty())
        return tr("%1 is no placeholder and is sent as it is. Ctrl+Return sends.")
            .arg(filled.unknown().first());
    return filled.hasPlaceholders() ? tr("Ctrl+Return sends, with the placeholders filled in.")
                                    : tr("Ctrl+Return sends.");
}

} // namespace amb
