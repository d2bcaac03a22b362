import { ResponseInvalidError } from '../errors';

/**
 * What the platform announced has to arrive: fewer rows without a word would look like all there are.
 *
 * @throws {ResponseInvalidError} fewer rows came than an answer counted
 */
export function assertComplete(received: number, announced: number | null | undefined): void {
	if (received < (announced ?? 0))
		throw new ResponseInvalidError(`The platform announced ${announced} rows and stopped after ${received}.`);
}
