// Film reviews and whether they like the film. Next: IMDB+Encoding.swift.

import RNN
import Tensors

/// 50,000 film reviews from IMDB: half to learn from, half to be tested on,
/// and half of each like the film.
///
///     let imdb = try IMDB()
///     let reviews = try imdb.encoded(numWords: 10_000)
///     let preprocessor = reviews.preprocessor(length: 200)
///     try model.fit(
///       preprocessor.rows(of: reviews.train.sequences),
///       reviews.train.labels)
///
/// The files are `train.tsv` and `test.tsv`; each line is the label (1 likes
/// it), the stars, a number, and the text as it was written, between tabs.
///
/// - Source: A. Maas, R. Daly, P. Pham, D. Huang, A. Ng and C. Potts,
///   "Learning word vectors for sentiment analysis", 2011.
public struct IMDB: Equatable, Sendable {
  /// The reviews to learn from, in the order of the file: sorted by label.
  public let train: Corpus
  /// The reviews to be tested on.
  public let test: Corpus

  /// Reviews that are at hand.
  public init(train: Corpus, test: Corpus) {
    self.train = train
    self.test = test
  }

  /// Reads both files of a folder.
  ///
  /// - Parameter folder: `imdb` in the folder of data sets, if nil.
  /// - Throws: `FileError` if one cannot be read, or has another form.
  public init(folder: String? = nil) throws(FileError) {
    let folder = folder ?? DataFolder.path + "/imdb"
    train = try IMDB.read(folder + "/train.tsv")
    test = try IMDB.read(folder + "/test.tsv")
  }

  private static func read(_ path: String) throws(FileError) -> Corpus {
    let corpus = try Corpus(path: path, columns: 4, label: 0, text: 3)
    if let line = corpus.labels.firstIndex(where: { $0 > 1 }) {
      throw FileError(
        path, line: line + 1,
        "expected a label of 0 or 1; got \(corpus.labels[line])")
    }
    return corpus
  }
}
