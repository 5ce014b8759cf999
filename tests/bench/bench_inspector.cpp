// SPDX-License-Identifier: MIT
// How long the inspector takes to show messages that were written to do harm, on each of its pages
// and with painting, and to find something in them, in time of the processor: that is the same
// whatever else the machine does. Nothing should take more than 100 ms.
#include "core/capture/capturestore.h"
#include "tests/gui/hostilesamples.h"
#include "ui/inspector/inspector.h"

#include <QApplication>
#include <QLineEdit>
#include <QTabWidget>
#include <QTest>
#include <QTextStream>
#include <QToolButton>

#include <ctime>
#include <memory>

using namespace Qt::StringLiterals;

namespace amb {

namespace {

constexpr int treePage = 1;

class Bench
{
public:
    Bench()
        : m_store(CaptureStore::create({}).value())
        , m_inspector(*m_store)
    {
        m_inspector.resize(400, 600);
        m_inspector.show();
    }

    void run(const HostileSample &sample)
    {
        Record record;
        record.raw = sample.raw;
        record.channel = "/a/b";
        record.kind = sample.kind;
        m_store->append(record);
        m_store->flush();
        const Row row = m_store->endRow() + -1;
        m_out << QString::fromLatin1(sample.name).leftJustified(24);
        for (int page = 0; page < m_inspector.tabs().count(); ++page) {
            m_inspector.setRow({});
            m_inspector.tabs().setCurrentIndex(page);
            measure([this, row] { m_inspector.setRow(row); });
        }
        m_inspector.tabs().setCurrentIndex(treePage);
        auto *field = m_inspector.findChild<QLineEdit *>(u"findField"_s);
        measure([field] {
            field->setText(u"n"_s);
            QTest::keyClick(field, Qt::Key_Return);
        });
        QTest::keyClick(field, Qt::Key_Escape);
        measure(
            [this] { m_inspector.findChild<QToolButton *>(u"treeExpandAllButton"_s)->click(); });
        m_out << '\n';
    }

    void printHead()
    {
        m_out << u"milliseconds"_s.leftJustified(24);
        for (const auto *title : {"decoded", "tree", "raw", "differs", "find", "open all"})
            m_out << QString::fromLatin1(title).rightJustified(10);
        m_out << '\n';
    }

private:
    template <typename Deed>
    void measure(Deed deed)
    {
        const std::clock_t begin = std::clock();
        deed();
        m_inspector.grab();
        const double used = double(std::clock() - begin) * 1e3 / double(CLOCKS_PER_SEC);
        m_out << QString::number(used, 'f', 1).rightJustified(10);
        m_out.flush();
    }

    std::unique_ptr<CaptureStore> m_store;
    Inspector m_inspector;
    QTextStream m_out{stdout};
};

} // namespace

} // namespace amb

int main(int argc, char *argv[])
{
    // No display is needed, and none must be waited for.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    amb::Bench bench;
    bench.printHead();
    for (const amb::HostileSample &sample : amb::hostileSamples())
        bench.run(sample);
    return 0;
}
