// SPDX-License-Identifier: MIT
#pragma once

#include "core/reading/rowreader.h"
#include "ui/inspectorpage.h"

#include <QWidget>

#include <optional>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace amb {

class CaptureStore;
class ElidedLabel;
class JsonTreePage;
class RawPage;

/// One message in full: what it is, and one tab for each way to look at it.
class Inspector : public QWidget
{
    Q_OBJECT

public:
    /// The store must outlive the inspector.
    explicit Inspector(const CaptureStore &store, QWidget *parent = nullptr);

    /// Shows a row, or nothing. The message stays even when its row is dropped.
    void setRow(std::optional<Row> row);
    /// Says what messages mean with other decoders from now on.
    void setDecoders(std::shared_ptr<const Decoders> decoders);
    [[nodiscard]] QTabWidget &tabs() { return *m_tabs; }
    [[nodiscard]] RawPage &rawPage() { return *m_rawPage; }

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addPage(InspectorPage *page, const QString &title);
    void showOnAllPages();
    void showOnCurrentPage();

    const CaptureStore &m_store;
    RowReader m_reader;
    std::optional<Row> m_row;
    InspectedMessage m_message;
    QList<InspectorPage *> m_stale; ///< pages that do not show m_message yet
    QStackedWidget *m_stack;
    ElidedLabel *m_title;
    ElidedLabel *m_facts;
    ElidedLabel *m_path;
    QTabWidget *m_tabs;
    JsonTreePage *m_treePage;
    RawPage *m_rawPage;
};

} // namespace amb
