import { Harness, NODE, TYPE } from '../nodes/Adfox/harness';
import { adfoxWrites } from './writes/adfox';
import { describeWrites } from './writes/describe-writes';

describeWrites({
	node: NODE,
	credentialType: TYPE,
	open: Harness.open,
	options: { adfox: { campaigns: 12, banners: 5 } },
	writes: adfoxWrites,
});
