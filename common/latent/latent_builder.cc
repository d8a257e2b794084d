#include "common/latent/latent_builder.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <Spectra/contrib/PartialSVDSolver.h>
#include <Eigen/SparseCore>

namespace saegin::latent {

namespace {

// A word of a single paper brings none together, one of so many tells none apart.
constexpr std::uint32_t kFewestWithWord = 2;
constexpr double kMostWithWord = 0.2;

using Matrix = Eigen::SparseMatrix<double>;

/// Papers that have each word.
std::vector<std::uint32_t> frequencies_of(const WordCounts& counts) {
    std::vector<std::uint32_t> frequencies(counts.words.size());
    for (const WordCounts::Paper& paper : counts.papers) {
        for (const auto& [word, count] : paper.words) {
            ++frequencies[word];
        }
    }
    return frequencies;
}

Matrix matrix_of(const WordCounts& counts) {
    const auto papers = static_cast<double>(counts.papers.size());
    const std::vector<std::uint32_t> frequencies = frequencies_of(counts);
    std::vector<int> rows(counts.words.size(), -1);
    int height = 0;
    for (std::size_t word = 0; word < rows.size(); ++word) {
        if (frequencies[word] >= kFewestWithWord && frequencies[word] <= kMostWithWord * papers) {
            rows[word] = height++;
        }
    }
    std::vector<Eigen::Triplet<double>> cells;
    int column = 0;
    for (const WordCounts::Paper& paper : counts.papers) {
        const std::size_t first = cells.size();
        double squares = 0;
        for (const auto& [word, count] : paper.words) {
            if (rows[word] >= 0) {
                const double weight = (1 + std::log(static_cast<double>(std::max(count, 1U)))) *
                                      std::log(papers / static_cast<double>(frequencies[word]));
                cells.emplace_back(rows[word], column, weight);
                squares += weight * weight;
            }
        }
        for (std::size_t i = first; i < cells.size(); ++i) {
            cells[i] = {cells[i].row(), cells[i].col(), cells[i].value() / std::sqrt(squares)};
        }
        ++column;
    }
    Matrix matrix(height, column);
    matrix.setFromTriplets(cells.begin(), cells.end());
    return matrix;
}

/// The papers' places among the themes that settle and are more than rounding; without columns where there are none.
Eigen::MatrixXd places_in(const Matrix& matrix, Eigen::Index dimensions) {
    constexpr Eigen::Index kIterations = 300;
    constexpr double kPrecision = 1e-6;
    constexpr double kRounding = 1e-6;  // beside the strongest theme
    try {
        Spectra::PartialSVDSolver<Matrix> solver(matrix, dimensions, 2 * dimensions);
        const Eigen::Index settled = solver.compute(kIterations, kPrecision);
        const Eigen::VectorXd strengths = solver.singular_values().head(settled);
        const auto themes = settled == 0 ? 0 : (strengths.array() > kRounding * strengths(0)).count();
        return solver.matrix_V(settled).leftCols(themes) * strengths.head(themes).asDiagonal();
    } catch (const std::runtime_error&) {  // the solver gives up; an index without themes is still an index
        return {};
    }
}

}  // namespace

LatentSpace build_latent_space(const WordCounts& counts) {
    if (counts.papers.size() < kFewestPapers) {
        return {};
    }
    const Matrix matrix = matrix_of(counts);
    const Eigen::Index smaller = std::min(matrix.rows(), matrix.cols());
    const auto dimensions = static_cast<Eigen::Index>(kDimensions);
    if (smaller <= 2 * dimensions) {
        return {};
    }
    const Eigen::MatrixXd places = places_in(matrix, dimensions);
    if (places.cols() == 0) {
        return {};
    }
    std::vector<std::string> ids;
    std::vector<Vector> vectors;
    for (const WordCounts::Paper& paper : counts.papers) {
        const auto place = places.row(static_cast<Eigen::Index>(ids.size()));
        ids.push_back(paper.id);
        vectors.emplace_back(place.begin(), place.end());
    }
    return LatentSpace::from_rows(std::move(ids), vectors);
}

}  // namespace saegin::latent
