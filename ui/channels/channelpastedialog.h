// SPDX-License-Identifier: MIT
#pragma once

#include "ui/channels/channellines.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace amb {

/// Subscribes to many channels at once, written one a line. Lines that cannot be used are named
/// with the reason, and stay when the others are taken.
class ChannelPasteDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ChannelPasteDialog(QWidget *parent = nullptr);

signals:
    void subscribeRequested(const QList<amb::ChannelPattern> &patterns);

private:
    void read();
    void submit();
    void markWrongLines();
    void goToProblem(int number);

    QPlainTextEdit *m_text;
    QLabel *m_summary;
    QListWidget *m_problems;
    QPushButton *m_subscribe;
    ChannelLines m_lines;
    int m_taken = 0;
};

} // namespace amb
