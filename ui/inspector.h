// SPDX-License-Identifier: MIT
#pragma once

#include "core/capture/capturetypes.h"

#include <QByteArray>
#include <QWidget>

#include <optional>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace amb {

class CaptureStore;
class ElidedLabel;
class InspectorPage;
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
    [[nodiscard]] QTabWidget &tabs() { return *m_tabs; }
    [[nodiscard]] RawPage &rawPage() { return *m_rawPage; }

private:
    void addPage(InspectorPage *page, const QString &title);
    void showOnCurrentPage();

    const CaptureStore &m_store;
    std::optional<Row> m_row;
    QByteArray m_message;
    QList<InspectorPage *> m_stale; ///< pages that do not show m_message yet
    QStackedWidget *m_stack;
    ElidedLabel *m_title;
    ElidedLabel *m_facts;
    ElidedLabel *m_path;
    QTabWidget *m_tabs;
    RawPage *m_rawPage;
};

} // namespace amb
