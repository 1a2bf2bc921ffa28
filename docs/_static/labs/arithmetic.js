// What the labs compute: pure functions that agree with the Python package nnnotes to 1e-9.

// Gates

export const weightedSum = (w, b, x) => w.reduce((sum, weight, i) => sum + weight * x[i], 0) + b;

export const BITS = [[0, 0], [0, 1], [1, 0], [1, 1]];

export const gateOutputs = (w, b) =>
  BITS.map(([x1, x2]) => (w[0] * x1 + w[1] * x2 > -b ? 1 : 0));

// The part of the square [lo, hi]² where w·x + b > 0, and the ends of the line w·x + b = 0.
export function halfPlane(w, b, lo, hi) {
  const corners = [[lo, lo], [hi, lo], [hi, hi], [lo, hi]];
  const region = [], line = [];
  corners.forEach((p, i) => {
    const q = corners[(i + 1) % 4];
    const at = weightedSum(w, b, p), next = weightedSum(w, b, q);
    if (at > 0) region.push(p);
    if (at > 0 !== next > 0) {
      const share = at / (at - next);
      const crossing = [0, 1].map((k) => p[k] + share * (q[k] - p[k]));
      region.push(crossing);
      line.push(crossing);
    }
  });
  return { region, line };
}

// Functions and their derivatives

const polynomial = (x, coefficients) => coefficients.reduce((sum, c) => sum * x + c, 0);
const logistic = (x) => 1 / (1 + Math.exp(-x));

export const FUNCTIONS = {
  quadratic: { f: (x) => polynomial(x, [1, -1, -2]), slope: (x) => 2 * x - 1 },
  exponential: { f: Math.exp, slope: Math.exp },
  valleys: {
    f: (x) => polynomial(x, [1, 0, -5, 1, 4]),
    slope: (x) => polynomial(x, [4, 0, -10, 1]),
  },
  sigmoid: { f: logistic, slope: (x) => logistic(x) * logistic(-x) },
};

export const forwardDifference = (f, x, h) => (f(x + h) - f(x)) / h;

export const centralDifference = (f, x, h) => (f(x + h) - f(x - h)) / (x + h - (x - h));

export function tangentLine({ f, slope }, x) {
  return { slope: slope(x), intercept: f(x) - slope(x) * x };
}

export function gradientDescent({ f, slope }, start, rate, maxSteps = 100, tolerance = 1e-8) {
  const path = [start];
  let x = start;
  while (Math.abs(slope(x)) > tolerance && path.length <= maxSteps) {
    x -= rate * slope(x);
    if (!(Math.abs(x) <= 1e100 && Math.abs(f(x)) <= 1e100 && isFinite(slope(x)))) break;
    path.push(x);
  }
  return { path, converged: Math.abs(slope(path.at(-1))) <= tolerance };
}

// Activation functions: value and derivative at the weighted sum z

export const ACTIVATIONS = {
  step: { f: (z) => (z > 0 ? 1 : 0), slope: () => 0 },
  sigmoid: FUNCTIONS.sigmoid,
  tanh: { f: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2 },
  relu: { f: (z) => Math.max(z, 0), slope: (z) => (z > 0 ? 1 : 0) },
  identity: { f: (z) => z, slope: () => 1 },
};

// Broadcasting: axis by axis from the last one, up to the one that fails

export function broadcastSteps(...shapes) {
  const steps = [];
  for (let axis = -1; axis >= -Math.max(...shapes.map((s) => s.length)); axis--) {
    const missing = shapes.map((shape) => shape.length < -axis);
    const lengths = shapes.map((shape, i) => (missing[i] ? 1 : shape.at(axis)));
    const stretched = [...new Set(lengths)].filter((length) => length !== 1);
    const result = stretched.length > 1 ? null : stretched.length ? stretched[0] : 1;
    steps.push({ axis, lengths, missing, result });
    if (result === null) return { steps, result: null, failsAt: axis };
  }
  return { steps, result: steps.map((step) => step.result).reverse(), failsAt: null };
}

// Perceptron: every look at a sample, whether it was wrong, and what it left

export function perceptronLooks(X, targets, rate, maxEpochs) {
  const looks = [];
  let w = X[0].map(() => 0), b = 0;
  for (let epoch = 1; epoch <= maxEpochs; epoch++) {
    let errors = 0;
    X.forEach((x, index) => {
      const target = targets[index];
      const value = weightedSum(w, b, x);
      const wrong = target * value <= 0;
      if (wrong) {
        errors++;
        w = w.map((weight, i) => weight + rate * target * x[i]);
        b += rate * target;
      }
      looks.push({ epoch, index, value, wrong, w, b });
    });
    if (!errors) return { looks, converged: true };
  }
  return { looks, converged: false };
}

// Networks: layers { W, b, activation }, W as rows, one a unit of the layer before

const dLayer = {
  identity: () => 1,
  sigmoid: (a) => a * (1 - a),
  tanh: (a) => 1 - a * a,
  relu: (a) => (a > 0 ? 1 : 0),
};

const applyLayer = ({ W, b, activation }, X) => {
  const { f } = ACTIVATIONS[activation];
  return X.map((x) =>
    b.map((bias, j) => f(x.reduce((sum, value, i) => sum + value * W[i][j], 0) + bias)),
  );
};

export const predict = (layers, X) =>
  layers.reduce((A, layer) => applyLayer(layer, A), X).map(([p]) => p);

const sumOfRows = (rows) => rows.reduce((sum, row) => sum.map((value, i) => value + row[i]));

// One step down the slope of the binary cross-entropy, over all samples; returns the loss before.
export function trainStep(layers, X, y, rate) {
  const outputs = [X];
  for (const layer of layers) outputs.push(applyLayer(layer, outputs.at(-1)));
  const last = layers.at(-1);
  let loss = 0;
  outputs.at(-2).forEach((x, n) => {
    const z = last.W.reduce((sum, [weight], i) => sum + weight * x[i], last.b[0]);
    const margin = y[n] ? z : -z;
    loss += Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));
  });
  let dZ = outputs.at(-1).map(([p], n) => [(p - y[n]) / y.length]);
  const gradients = [];
  for (let k = layers.length - 1; k >= 0; k--) {
    const { W } = layers[k], A = outputs[k];
    gradients[k] = {
      dW: W.map((row, i) => row.map((_, j) => A.reduce((sum, a, n) => sum + a[i] * dZ[n][j], 0))),
      db: sumOfRows(dZ),
    };
    if (k === 0) break;
    const d = dLayer[layers[k - 1].activation];
    dZ = dZ.map((dz, n) =>
      W.map((row, i) => row.reduce((sum, w, j) => sum + dz[j] * w, 0) * d(A[n][i])),
    );
  }
  layers.forEach(({ W, b }, k) => {
    W.forEach((row, i) => row.forEach((_, j) => (row[j] -= rate * gradients[k].dW[i][j])));
    b.forEach((_, j) => (b[j] -= rate * gradients[k].db[j]));
  });
  return loss / y.length;
}
