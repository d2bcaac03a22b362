import { expect, it } from '@jest/globals';

import { ResponseInvalidError } from '../../../connector/errors';
import { rowsOf } from '../../../nodes/Adfox/report/result';

it('a report with a column twice is refused, since an object can keep only one', () => {
	const columns = [{ name: 'clicks', type: 'integer' }, { name: 'clicks' }];

	expect(() => rowsOf({ columns, rows: [[1, 2]] })).toThrow(ResponseInvalidError);
	expect(rowsOf({ columns: columns.slice(1), rows: [[1]] })).toEqual([{ clicks: 1 }]);
});
