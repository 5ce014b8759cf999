// SPDX-License-Identifier: MIT
#pragma once

#include "ui/messages/owncolumns.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace amb {

class FieldNote;

/// Asks for the path and the title of a column, and shows what it says of a message meanwhile.
class OwnColumnDialog : public QDialog
{
    Q_OBJECT

public:
    /// sample is the message to show; empty where there is none.
    explicit OwnColumnDialog(const QByteArray &sample, QWidget *parent = nullptr);

    /// Begins with a column that is there already.
    void setColumn(const OwnColumn &column);

signals:
    void columnChosen(const amb::OwnColumn &column);

private:
    void build();
    void read();
    void choose();

    QJsonValue m_sample;
    QLineEdit *m_path;
    QLineEdit *m_title;
    FieldNote *m_note;
    QPushButton *m_ok = nullptr;
};

} // namespace amb
