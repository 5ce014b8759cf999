// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QToolButton;

namespace amb {

class ElidedLabel;

/// What was recorded and what went wrong, in numbers; the right part of the status bar.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setRecorded(qint64 rows, qint64 bytes);
    void setRecordingFailed(bool failed);
    void setGaps(int gaps);
    void setRefused(int refused);

signals:
    void gapRequested(); ///< the user wants to see the next gap
    void refusedRequested(); ///< the user wants to see the next refused channel

protected:
    void changeEvent(QEvent *event) override;

private:
    void build(QToolButton *button, const QString &widest);
    void colourCounts();
    void showRecorded();

    ElidedLabel *m_recorded;
    QToolButton *m_gaps;
    QToolButton *m_refused;
    qint64 m_rows = 0;
    qint64 m_bytes = 0;
    bool m_recordingFailed = false;
};

} // namespace amb
