import { ParameterError } from '../../../../nodes/shared/parameters/parameter-error';

/** The error that refuses a parameter. Anything else that is thrown, or nothing, fails the test. */
export function parameterErrorOf(read: () => unknown): ParameterError {
	try {
		read();
	} catch (error) {
		if (error instanceof ParameterError) return error;
		throw error;
	}
	throw new Error('Nothing was refused.');
}
