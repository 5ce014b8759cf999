// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QString>
#include <QUrl>

namespace amb {

/// The page of a record in the instance's user interface:
/// `<site>/nav_to.do?uri=<table>.do?sys_id=<id>`. Only scheme, host and port of site are used, so
/// no credentials get into it. The Error says why there is no such page.
Result<QUrl> recordPage(const QUrl &site, const QString &table, const QString &sysId);

} // namespace amb
