"""The learned recogniser of names: what it looks at, the model that weighs it, the component that proposes."""
