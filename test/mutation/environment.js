const Module = require('node:module');
const { Script } = require('node:vm');

const Environment = require('../setup/jest-environment.js');

/** Set by StrykerJS while the tests run against one mutant. */
const activeMutant = () => process.env.__STRYKER_ACTIVE_MUTANT__;

let failedFor;

/** As runtime.js does for jest's own modules: what is evaluated once, as n8n loads dist/, is no test's. */
function ofNobody(owner, name) {
	const original = owner[name];
	owner[name] = function (...args) {
		const context = globalThis.__stryker__;
		const test = context?.currentTestId;
		if (test === undefined) return original.apply(this, args);
		context.currentTestId = undefined;
		try {
			return original.apply(this, args);
		} finally {
			context.currentTestId = test;
		}
	};
}
ofNobody(Module, '_load');
// Where n8n makes the nodes of the classes that it has loaded.
ofNobody(Script.prototype, 'runInContext');

/**
 * The engine's tests run nodes from dist/, loaded once per process by Node's own `require`. So that a mutant there is
 * seen, and its coverage counted, Node's global and jest's share what StrykerJS keeps in `__stryker__`.
 */
module.exports = class extends Environment {
	async setup() {
		await super.setup();
		const context = this.global.__stryker__;
		if (context === undefined) return;
		globalThis.__stryker__ = context;
		context.activeMutant = activeMutant();
	}

	/** One red test is enough; jest's own `bail` does not work where it is called by a program. */
	handleTestEvent(event) {
		const mutant = activeMutant();
		if (mutant === undefined) return;
		if (event.name === 'test_done' && event.test.errors.length > 0) failedFor = mutant;
		if (event.name === 'test_start' && failedFor === mutant) event.test.mode = 'skip';
	}
};
