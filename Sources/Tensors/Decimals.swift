// Numbers as text, rounded correctly. Next: Tensor+Printing.swift.

/// A number with a fixed count of decimals, as C's and Python's `%.4f` has it.
///
///     fixed(1.9474, 2)  // "1.95"
///     fixed(0.125, 2)   // "0.12": exactly half, so to the even digit
///
/// Every binary fraction has a finite decimal expansion. We write it out in
/// full and round that, so the result is never off by one.
public func fixed(_ value: Scalar, _ digits: Int) -> String {
  fixed(wide: Swift.Double(value), digits)
}

/// A number with one digit before the point and a power of ten, as `%.4e`.
///
///     scientific(0.00012345, 2)  // "1.23e-04"
public func scientific(_ value: Scalar, _ digits: Int) -> String {
  scientific(wide: Swift.Double(value), digits)
}

/// `fixed` for numbers that are not scalars of tensors: means, seconds.
public func fixed(wide value: Swift.Double, _ digits: Int) -> String {
  guard value.isFinite else { return notFinite(value) }
  var decimal = Decimal(value)
  decimal.round(toPlace: digits)
  return sign(value) + decimal.text(places: digits)
}

/// `scientific` for numbers that are not scalars of tensors.
public func scientific(wide value: Swift.Double, _ digits: Int) -> String {
  guard value.isFinite else { return notFinite(value) }
  var decimal = Decimal(value)
  var power = decimal.isZero ? 0 : decimal.firstPower
  decimal.round(toPlace: digits - power)
  // 9.99996 has become 10.0000.
  if !decimal.isZero { power = decimal.firstPower }
  decimal.point -= power
  let size = power < 0 ? -power : power
  return sign(value) + decimal.text(places: digits)
    + (power < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + "\(size)"
}

private func sign(_ value: Swift.Double) -> String {
  value.sign == .minus ? "-" : ""
}

private func notFinite(_ value: Swift.Double) -> String {
  value.isNaN ? "nan" : sign(value) + "inf"
}
