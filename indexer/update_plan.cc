#include "indexer/update_plan.h"

#include <algorithm>

namespace saegin::indexer {

SourcePlan plan_sources(const Manifest& known, const std::map<std::string, std::string>& found,
                        const std::vector<std::string>& roots) {
    SourcePlan plan;
    for (const auto& [key, fingerprint] : found) {
        const auto record = known.find(key);
        if (record == known.end()) {
            plan.added.insert(key);
        } else if (record->second.fingerprint != fingerprint) {
            plan.changed.insert(key);
        } else {
            plan.unchanged.insert(key);
        }
    }
    const auto in_scope = [&](const std::string& key) {
        return std::any_of(roots.begin(), roots.end(), [&](const std::string& root) {
            return key.starts_with(root) &&
                   (root.ends_with('/') || key.size() == root.size() || key[root.size()] == '/');
        });
    };
    for (const auto& [key, record] : known) {
        if (!found.contains(key) && in_scope(key)) {
            plan.removed.insert(key);
        }
    }
    return plan;
}

PaperPlan plan_papers(const PaperEntries& stored, const std::set<std::string>& dropped, std::vector<Entry> fresh) {
    PaperEntries next;
    for (const auto& [id, entries] : stored) {
        std::vector<Entry>& kept = next[id];
        std::copy_if(entries.begin(), entries.end(), std::back_inserter(kept),
                     [&](const Entry& entry) { return !dropped.contains(entry.file); });
    }
    for (Entry& entry : fresh) {
        next[entry.id].push_back(std::move(entry));
    }
    PaperPlan plan;
    for (auto& [id, entries] : next) {
        sort_entries(entries);
        const auto before = stored.find(id);
        if (before == stored.end()) {
            plan.added.push_back(std::move(entries));
        } else if (entries.empty()) {
            plan.removed.push_back(id);
        } else if (entries != before->second) {
            plan.updated.push_back(std::move(entries));
        }
    }
    return plan;
}

}  // namespace saegin::indexer
