// SPDX-License-Identifier: MIT
#pragma once

#include "ui/inspector/inspectorpage.h"

class QLabel;
class QPlainTextEdit;
class QTreeView;

namespace amb {

class DecodedModel;
class RowReader;

/// A message in words: its sentence, and its fields with what they were and what they are.
class DecodedPage : public InspectorPage
{
    Q_OBJECT

public:
    /// The reader must outlive the page.
    explicit DecodedPage(const RowReader &reader, QWidget *parent = nullptr);

    void setMessage(const InspectedMessage &message) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildFields();
    void buildDetail();
    void fitDetail();
    void copyValue();
    void copyRawValue();
    void copyName();
    void copySentence();
    void showMenu(const QPoint &position);

    const RowReader &m_reader;
    DecodedModel *m_model;
    QLabel *m_family;
    QLabel *m_sentence;
    QTreeView *m_fields;
    QPlainTextEdit *m_detail;
};

} // namespace amb
