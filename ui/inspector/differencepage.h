// SPDX-License-Identifier: MIT
#pragma once

#include "ui/inspector/inspectorpage.h"

#include <optional>

class QLabel;
class QPushButton;
class QTreeView;

namespace amb {

class DifferenceModel;
class RowReader;

/// Where a message differs from the previous one of the same record, or from one that the user
/// chose.
class DifferencePage : public InspectorPage
{
    Q_OBJECT

public:
    /// The reader must outlive the page.
    explicit DifferencePage(const RowReader &reader, QWidget *parent = nullptr);

    void setMessage(const InspectedMessage &message) override;
    /// Compares all messages with this one; nothing: each with the one before it.
    void compareWith(const std::optional<InspectedMessage> &chosen);

signals:
    /// The message of the other side is to be shown in the list.
    void rowRequested(amb::Row row);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void applyFont();
    void compare();
    void compareWithEarlier();
    /// Shows the difference from `before`, said in `words`.
    void show(const QByteArray &before, Row row, const QString &words);
    void showNothing(const QString &words);
    void copy();
    void showMenu(const QPoint &position);

    const RowReader &m_reader;
    InspectedMessage m_message;
    std::optional<InspectedMessage> m_chosen;
    std::optional<Row> m_other; ///< the row of the other side
    DifferenceModel *m_model;
    QLabel *m_words;
    QPushButton *m_showButton;
    QPushButton *m_previousButton;
    QTreeView *m_changes;
};

} // namespace amb
