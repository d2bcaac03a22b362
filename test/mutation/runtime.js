const { default: Runtime } = require('jest-runtime');

/**
 * Some tests load a platform's sources only when they run, and StrykerJS would take them for the tests of whatever is
 * evaluated once as a module is loaded. It is nobody's, as it is where a file imports the module.
 */
module.exports = class extends Runtime {
	requireModuleOrMock(...args) {
		const { __stryker__: context } = this._environment.global;
		const test = context?.currentTestId;
		if (test !== undefined) context.currentTestId = undefined;
		try {
			return super.requireModuleOrMock(...args);
		} finally {
			if (test !== undefined) context.currentTestId = test;
		}
	}
};
