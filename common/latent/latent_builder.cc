#include "common/latent/latent_builder.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <Spectra/contrib/PartialSVDSolver.h>
#include <Eigen/SparseCore>

#include "common/schema.h"

namespace saegin::latent {

namespace {

// A word of a single paper brings none together, one of so many tells none apart.
constexpr Xapian::doccount kFewestWithWord = 2;
constexpr double kMostWithWord = 0.2;

using Matrix = Eigen::SparseMatrix<double>;

/// Papers by id: a paper that several indexes hold counts once.
std::map<std::string, Xapian::docid> papers_of(const Xapian::Database& database) {
    std::map<std::string, Xapian::docid> papers;
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        papers.emplace(database.get_document(*at, Xapian::DOC_ASSUME_VALID).get_value(schema::kIdSlot), *at);
    }
    return papers;
}

/// Words (terms without a prefix, which would start with a capital) in byte order, each with its row.
std::map<std::string, int> words_of(const Xapian::Database& database) {
    const double most = kMostWithWord * database.get_doccount();
    std::map<std::string, int> rows;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        const std::string word = *term;
        const bool prefixed = word.front() >= 'A' && word.front() <= 'Z';
        if (!prefixed && term.get_termfreq() >= kFewestWithWord && term.get_termfreq() <= most) {
            rows.emplace_hint(rows.end(), word, static_cast<int>(rows.size()));
        }
    }
    return rows;
}

Matrix matrix_of(const Xapian::Database& database, const std::map<std::string, Xapian::docid>& papers) {
    const std::map<std::string, int> rows = words_of(database);
    const double count = database.get_doccount();
    std::vector<Eigen::Triplet<double>> cells;
    int column = 0;
    for (const auto& [id, document] : papers) {
        const std::size_t first = cells.size();
        double squares = 0;
        for (auto term = database.termlist_begin(document); term != database.termlist_end(document); ++term) {
            const auto row = rows.find(*term);
            if (row != rows.end()) {
                const double idf = std::log(count / static_cast<double>(term.get_termfreq()));
                const double weight = (1 + std::log(static_cast<double>(term.get_wdf()))) * idf;
                cells.emplace_back(row->second, column, weight);
                squares += weight * weight;
            }
        }
        for (std::size_t i = first; i < cells.size(); ++i) {
            cells[i] = {cells[i].row(), cells[i].col(), cells[i].value() / std::sqrt(squares)};
        }
        ++column;
    }
    Matrix matrix(static_cast<Eigen::Index>(rows.size()), column);
    matrix.setFromTriplets(cells.begin(), cells.end());
    return matrix;
}

}  // namespace

LatentSpace build_latent_space(const Xapian::Database& database) {
    if (database.get_doccount() < kFewestPapers) {
        return {};
    }
    const std::map<std::string, Xapian::docid> papers = papers_of(database);
    const Matrix matrix = matrix_of(database, papers);
    const Eigen::Index smaller = std::min(matrix.rows(), matrix.cols());
    const auto dimensions = static_cast<Eigen::Index>(kDimensions);
    if (smaller <= 2 * dimensions) {
        return {};
    }
    constexpr Eigen::Index kIterations = 300;
    constexpr double kPrecision = 1e-6;
    Spectra::PartialSVDSolver<Matrix> solver(matrix, dimensions, 2 * dimensions);
    const Eigen::Index settled = solver.compute(kIterations, kPrecision);
    if (settled == 0) {
        return {};
    }
    const Eigen::MatrixXd places = solver.matrix_V(settled) * solver.singular_values().head(settled).asDiagonal();
    std::vector<std::string> ids;
    std::vector<Vector> vectors;
    for (const auto& [id, document] : papers) {
        const auto place = places.row(static_cast<Eigen::Index>(ids.size()));
        ids.push_back(id);
        vectors.emplace_back(place.begin(), place.end());
    }
    return LatentSpace::from_rows(std::move(ids), vectors);
}

}  // namespace saegin::latent
