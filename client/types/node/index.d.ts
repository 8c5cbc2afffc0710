// In the place of Node's types, which those of a library ask for: nothing of Node is known in the client.
