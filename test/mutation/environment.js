const Environment = require('../setup/jest-environment.js');

/** Set by StrykerJS while the tests run against one mutant. */
const activeMutant = () => process.env.__STRYKER_ACTIVE_MUTANT__;

let failedFor;

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
