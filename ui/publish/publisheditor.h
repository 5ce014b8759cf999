// SPDX-License-Identifier: MIT
#pragma once

#include "core/bayeux/channelname.h"
#include "core/publishtemplate.h"
#include "core/result.h"
#include "ui/widgets/tone.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLineEdit;
class QPlainTextEdit;
class QStringListModel;

namespace amb {

class ElidedLabel;
class JsonHighlighter;

/// What is to be published: a channel and JSON as it was written, with its placeholders.
struct PublishDraft
{
    ChannelName channel;
    QString written;

    /// With its placeholders filled in, as UTF-8 without spaces around it.
    [[nodiscard]] QByteArray filled(const TemplateValues &values) const;
};

/// Where a message is written: its channel and its JSON. Says while one types what is wrong and
/// where.
class PublishEditor : public QWidget
{
    Q_OBJECT

public:
    explicit PublishEditor(QWidget *parent = nullptr);

    void setKnownChannels(const QStringList &channels);
    [[nodiscard]] QString channelText() const;
    [[nodiscard]] QString dataText() const;
    void setTexts(const QString &channel, const QString &json);
    void insertText(const QString &text);
    void focusField();
    /// Nothing while it cannot be sent; the hint says why.
    [[nodiscard]] std::optional<PublishDraft> draft() const;
    /// Says something in place of the hint until something is typed.
    void say(const QString &text, Tone tone);

    /// Room for what belongs to it, under the hint.
    [[nodiscard]] QHBoxLayout &footer() { return *m_footer; }

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void applyFont();
    [[nodiscard]] Result<ChannelName> checkedChannel() const;
    void check();
    /// What is wrong with the data, in words; underlines it.
    [[nodiscard]] QString checkData();
    void markError(qsizetype position);
    [[nodiscard]] QString hint(bool hasChannel, bool hasData) const;

    QStringListModel *m_completions;
    QLineEdit *m_channel;
    QPlainTextEdit *m_data;
    JsonHighlighter *m_highlighter;
    ElidedLabel *m_hint;
    QHBoxLayout *m_footer;
    bool m_isReady = false;
};

} // namespace amb
